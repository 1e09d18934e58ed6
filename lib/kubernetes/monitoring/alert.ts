/** An alert before it has the link to its runbook. */
export interface Alert {
  /** Also the title of its section in docs/alerts.md. */
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: { readonly severity: 'warning' | 'critical'; readonly [label: string]: string };
  readonly summary: string;
  /** What it means, and what to do first. */
  readonly description: string;
}

/**
 * A text that somebody else wrote, as it is: labels and annotations of alerts are templates.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/template_reference/
 */
export const verbatim = (text: string): string => text.replaceAll('{{', '{{ "{{" }}');
