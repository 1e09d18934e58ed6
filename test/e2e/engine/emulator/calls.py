"""Remembers the calls that reach the emulator, and makes it slow or throttling when a test says so."""

import json
import time
from collections import deque
from io import BytesIO
from urllib.parse import parse_qs

from moto.sts.models import sts_backends


class Calls:
    """A WSGI layer. GET /keywright/calls lists the calls; PUT /keywright/weather sets what the next ones meet:
    `delay` in seconds, `throttle`, and `actions` when it is not all of them. An administrator's calls meet nothing."""

    def __init__(self, application):
        self.application = application
        self.calls = deque(maxlen=5000)
        self.weather = {}

    def __getattr__(self, name):
        return getattr(self.application, name)

    def __call__(self, environ, start_response):
        if environ["PATH_INFO"].startswith("/keywright/"):
            return self.control(environ, start_response)
        if environ["PATH_INFO"] == "/moto-api/reset":
            self.calls.clear()
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        environ["wsgi.input"] = BytesIO(body)
        call = described(environ, body)
        self.calls.append(call)
        weather = self.weather_of(call)
        time.sleep(weather.get("delay", 0))
        if weather.get("throttle"):
            return throttled(call, "HTTP_X_AMZ_TARGET" in environ, start_response)

        def noted(status, *rest):
            call["status"] = int(status.split()[0])
            return start_response(status, *rest)

        try:
            return self.application(environ, noted)
        except Exception:
            call["status"] = 500
            raise

    def weather_of(self, call):
        ours = (call["key"] or "").isdigit()
        return {} if ours or call["action"] not in self.weather.get("actions", [call["action"]]) else self.weather

    def control(self, environ, start_response):
        if environ["REQUEST_METHOD"] == "PUT":
            self.weather = json.loads(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])))
        start_response("200 OK", [("Content-Type", "application/json")])
        roles = assumed_roles()
        return [json.dumps([{**call, "role": roles.get(call["key"])} for call in self.calls]).encode()]


def assumed_roles():
    """The role's ARN by access key."""
    backends = [one for account in list(sts_backends.values()) for one in account.values()]
    return {role.access_key_id: role.role_arn for one in backends for role in list(one.assumed_roles)}


def described(environ, body):
    """Who asks for what. Never a value: of the body only names are kept."""
    scope = environ.get("HTTP_AUTHORIZATION", "").partition("Credential=")[2].split(",")[0].split("/")
    key, region = (scope[0], scope[2]) if len(scope) == 5 else (None, None)
    target = environ.get("HTTP_X_AMZ_TARGET")
    if target:
        given = json.loads(body or b"{}")
        action, resource = target.split(".")[-1], given.get("SecretId") or given.get("Name") or given.get("Path")
    else:
        given = parse_qs(body.decode(errors="replace"))
        action, resource = given.get("Action", ["?"])[0], given.get("RoleArn", given.get("StackName", [None]))[0]
    return {"time": time.time(), "action": action, "resource": resource, "key": key, "region": region, "status": None}


def throttled(call, speaks_json, start_response):
    """https://docs.aws.amazon.com/secretsmanager/latest/apireference/CommonErrors.html
    https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html"""
    kind, message = "ThrottlingException", "Rate exceeded"
    error = f"<Error><Type>Sender</Type><Code>{kind}</Code><Message>{message}</Message></Error>"
    body = json.dumps({"__type": kind, "message": message}) if speaks_json else f"<ErrorResponse>{error}</ErrorResponse>"
    call["status"] = 400
    content = "application/x-amz-json-1.1" if speaks_json else "text/xml"
    start_response("400 Bad Request", [("Content-Type", content)])
    return [body.encode()]
