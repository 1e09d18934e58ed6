import { z } from 'zod';
import type { AlertThresholds, GrafanaInput, PrometheusMonitoring } from '../model';
import { name, shapeOf, text } from './schema-words';

const labels = z.record(text, text);
const atLeastOne = z.number().int().min(1);

const thresholds = shapeOf<AlertThresholds>()({
  notReadyFor: text.optional(),
  missedRefreshes: atLeastOne.optional(),
  failedCalls: z.number().gt(0).lt(1).optional(),
  silentFor: text.optional(),
  expiryDays: atLeastOne.optional(),
});

export const monitoring = shapeOf<PrometheusMonitoring>()({
  kind: z.literal('prometheus'),
  name: text.optional(),
  namespace: text.optional(),
  labels: labels.optional(),
  runbooks: text.optional(),
  thresholds: thresholds.optional(),
  grafana: z
    .union([z.literal(false), shapeOf<GrafanaInput>()({ labels: labels.optional(), folder: name.optional() })])
    .optional(),
  metricsService: z.union([z.literal(false), labels]).optional(),
});
