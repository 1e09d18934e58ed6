"""moto's server, made to enforce what AWS enforces where these tests depend on it.

usage: emulator.py PORT PUBLIC_KEY     PUBLIC_KEY: the PEM file that verifies the tokens of the engine's API server

Each override names the page of AWS that it follows. An access key of twelve digits is that account's administrator,
and `test` that of LocalStack's account; every other key is a real one, made by CreateAccessKey or AssumeRole*, and may
do what its policies allow.
"""

import json
import re
import sys
import time

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey
from moto import settings
from moto.core import responses
from moto.core.common_models import CloudFormationModel
from moto.iam import access_control
from moto.iam.models import Role, iam_backends
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
from moto.secretsmanager.models import FakeSecret, secretsmanager_backends
from moto.secretsmanager.responses import SecretsManagerResponse
from moto.ssm.responses import SimpleSystemManagerResponse
from moto.sts.exceptions import STSClientError
from moto.sts.responses import TokenResponse
from moto.utilities.utils import get_partition
from werkzeug.exceptions import HTTPException
from werkzeug.serving import run_simple

from calls import Calls

PORT, PUBLIC_KEY = int(sys.argv[1]), sys.argv[2]
settings.INITIAL_NO_AUTH_ACTION_COUNT = 0  # every action is authorized, from the first on
Statement = access_control.IAMPolicyStatement
Response = responses.BaseResponse


def listed(value):
    return value if isinstance(value, list) else [value]


# --- Accounts: moto knows one that callers without credentials belong to; the plan has several.
# LocalStack asks nobody for rights: https://docs.localstack.cloud/aws/capabilities/config/credentials/

LOCALSTACK = {"test": "000000000000"}

account_of_key = Response.get_current_account
key_of = Response.get_access_key


def get_access_key(self):
    key = self.headers.get("Authorization", "").partition("Credential=")[2].partition("/")[0]
    return key or key_of(self)


def get_current_account(self):
    return account_of_administrator(self.get_access_key()) or account_of_key(self)


def account_of_administrator(key):
    return key if re.fullmatch(r"\d{12}", key) else LOCALSTACK.get(key)


Response.get_access_key = get_access_key
Response.get_current_account = get_current_account


# --- Policies: `*` and `?` are the only wildcards, and actions are compared without case.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html


def matches(pattern, text, flags=0):
    expression = "".join({"*": ".*", "?": "."}.get(char, re.escape(char)) for char in pattern)
    return re.fullmatch(expression, text, flags | re.DOTALL)


def check_element_matches(self, element, value):
    flags = re.IGNORECASE if element in ("Action", "NotAction") else 0
    return any(matches(pattern, value, flags) for pattern in listed(self._statement[element]))


Statement._match = staticmethod(matches)
Statement._check_element_matches = check_element_matches

# moto reads no Condition of an identity policy and allows. Here a conditional Allow grants nothing: a test that needs
# one fails and says so, rather than pass by mistake.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
permitted = Statement.is_action_permitted


def is_action_permitted(self, action, resource="*", *rest):
    conditional = "Condition" in self._statement and "Resource" in self._statement
    if conditional and self._statement["Effect"] == "Allow":
        return access_control.PermissionResult.NEUTRAL
    return permitted(self, action, resource, *rest)


Statement.is_action_permitted = is_action_permitted


# --- The resource of a call: moto asks for "*", so that a policy that names an ARN would refuse everything.
# https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html
# https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html


def determine_resource(self):
    given = json.loads(self.body or "{}")
    secret = given.get("SecretId") or given.get("Name")
    if secret is None or secret.startswith("arn:"):
        return secret or "*"
    if secret in self.backend.secrets:
        return self.backend.secrets[secret].arn
    partition = get_partition(self.region)
    return f"arn:{partition}:secretsmanager:{self.region}:{self.current_account}:secret:{secret}-AbCdEf"


def determine_parameter(self):
    """A parameter is the same resource in all its versions; of a path, the path is it.
    https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html
    """
    given = json.loads(self.body or "{}")
    name = given.get("Path") or given.get("Name")
    if name is None:
        return "*"
    partition = get_partition(self.region)
    return f"arn:{partition}:ssm:{self.region}:{self.current_account}:parameter/{name.lstrip('/').partition(':')[0]}"


SecretsManagerResponse._determine_resource = determine_resource
SimpleSystemManagerResponse._determine_resource = determine_parameter


# --- Refusals: the services that speak JSON refuse with status 400 and a JSON body; moto sends XML with 403.
# https://docs.aws.amazon.com/secretsmanager/latest/apireference/CommonErrors.html

authorize = Response._authenticate_and_authorize_normal_action
JSON_CODES = {
    "AccessDenied": "AccessDeniedException",
    "InvalidClientTokenId": "UnrecognizedClientException",
    "SignatureDoesNotMatch": "InvalidSignatureException",
}


class JsonRefusal(HTTPException):
    code = 400

    def __init__(self, kind, message):
        super().__init__(json.dumps({"__type": kind, "Message": message, "message": message}))


def authorize_normal_action(self, resource="*"):
    unsigned = isinstance(self, TokenResponse) and self._get_action() == "AssumeRoleWithWebIdentity"
    if unsigned or account_of_administrator(self.get_access_key()):
        return
    try:
        authorize(self, resource)
    except HTTPException as refusal:
        if "amz-json" not in self.headers.get("Content-Type", ""):
            raise
        found = dict(re.findall(r"<(Code|Message)>(.*?)</", str(refusal.description), re.DOTALL))
        kind = JSON_CODES.get(found["Code"], found["Code"])
        raise JsonRefusal(kind, f"{found['Message']} on resource: {resource}") from refusal


Response._authenticate_and_authorize_normal_action = authorize_normal_action


# --- Web identity: moto gives credentials for any token, even for a role that does not exist.
# https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif

assume = TokenResponse.assume_role_with_web_identity


class Refused(STSClientError):
    """Its status is 400 also where AWS says 403: moto knows no other for errors of STS."""


def assume_role_with_web_identity(self):
    arn = self._get_param("RoleArn")
    claims = verified(self._get_param("WebIdentityToken"))
    partition, account = arn.split(":")[1], arn.split(":")[4]
    issuer = claims["iss"].removeprefix("https://")
    provider = f"arn:{partition}:iam::{account}:oidc-provider/{issuer}"
    backend = iam_backends[account][partition]
    if provider not in backend.open_id_providers:
        raise Refused("InvalidIdentityToken", f"No OpenIDConnect provider found in your account for https://{issuer}")
    role = next((one for one in backend.roles.values() if one.arn == arn), None)
    if role is None or not trusts(json.loads(role.assume_role_policy_document), provider, issuer, claims):
        raise Refused("AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity")
    return assume(self)


def verified(token):
    try:
        with open(PUBLIC_KEY) as pem:
            claims = jwt.decode(token, ECKey.import_key(pem.read()), algorithms=["ES256"]).claims
    except (JoseError, ValueError) as error:
        raise Refused("InvalidIdentityToken", f"Couldn't verify the token: {error}") from error
    if claims["exp"] < time.time():
        raise Refused("ExpiredTokenException", "Token expired")
    return claims


def trusts(policy, provider, issuer, claims):
    """True when a statement allows it and none denies it; a condition that is not understood holds in no Allow."""
    effects = [s["Effect"] for s in listed(policy["Statement"]) if speaks_of(s, provider, issuer, claims)]
    return "Allow" in effects and "Deny" not in effects


def speaks_of(statement, provider, issuer, claims):
    action = any(matches(a, "sts:AssumeRoleWithWebIdentity", re.IGNORECASE) for a in listed(statement["Action"]))
    principal = provider in listed(statement["Principal"].get("Federated", []))
    conditions = statement.get("Condition", {})
    known = {f"{issuer}:{name}": listed(claims[name]) for name in ("sub", "aud")}
    holds = all(
        operator == "StringEquals" and any(value in listed(wanted) for value in known.get(key, []))
        for operator, keys in conditions.items()
        for key, wanted in keys.items()
    )
    return action and principal and holds


TokenResponse.assume_role_with_web_identity = assume_role_with_web_identity


# --- CloudFormation: moto makes no entries and attaches no managed policies to a role that names them.


class SecretResource(FakeSecret, CloudFormationModel):
    """https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html"""

    __module__ = FakeSecret.__module__  # moto files a model under the second word of its module

    @staticmethod
    def cloudformation_name_type():
        return "Name"

    @staticmethod
    def cloudformation_type():
        return "AWS::SecretsManager::Secret"

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **_):
        properties = cloudformation_json["Properties"]
        backend = secretsmanager_backends[account_id][region_name]
        name = properties["Name"]
        if name in backend.secrets:
            raise ValueError(f"the secret {name} already exists")
        backend.create_secret(
            name, None, None, properties.get("Description"), properties.get("Tags"), properties.get("KmsKeyId"),
            None, [], False,
        )  # fmt: skip
        secret = backend.secrets[name]
        secret.__class__, secret.physical_resource_id = cls, secret.arn
        return secret


create_role = Role.create_from_cloudformation_json.__func__


def create_role_with_policies(cls, resource_name, cloudformation_json, account_id, region_name, **options):
    """https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html"""
    role = create_role(cls, resource_name, cloudformation_json, account_id, region_name, **options)
    backend = iam_backends[account_id][get_partition(region_name)]
    for arn in cloudformation_json["Properties"].get("ManagedPolicyArns", []):
        backend.attach_role_policy(arn, role.name)
    return role


Role.create_from_cloudformation_json = classmethod(create_role_with_policies)


if __name__ == "__main__":
    application = Calls(DomainDispatcherApplication(create_backend_app))
    run_simple("127.0.0.1", PORT, application, threaded=True, request_handler=MotoRequestHandler)
