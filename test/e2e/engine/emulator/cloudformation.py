"""MiniStack, made to deploy as AWS does where these tests depend on it. It allows everything to everybody.

Where it listens and keeps its data comes from the environment: see parts/cloudformation.ts. Each override names the
page of AWS that it follows. An access key of twelve digits belongs to that account.
"""

import re

from ministack.app import main
from ministack.services import iam, kms, secretsmanager
from ministack.services.cloudformation import changesets, handlers, provisioners

RESOURCES, ACTIONS = provisioners._RESOURCE_HANDLERS, handlers._ACTION_HANDLERS
SECRET = "AWS::SecretsManager::Secret"


def override(resource_type, **handlers):
    RESOURCES[resource_type] = {**RESOURCES[resource_type], **handlers}


# --- Secrets: MiniStack calls them by their name and gives each a value.
# https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html

make_secret, change_secret, purge_secret = (RESOURCES[SECRET][verb] for verb in ("create", "update", "delete"))


def create_secret(logical_id, properties, stack):
    """`Ref` is its ARN. Without SecretString and GenerateSecretString it has no version."""
    name, attributes = make_secret(logical_id, properties, stack)
    if not properties.keys() & {"SecretString", "GenerateSecretString"}:
        secretsmanager._secrets[name]["Versions"].clear()
    return attributes["Arn"], attributes


def update_secret(arn, old, new, stack, logical_id=None):
    _, attributes = change_secret(name_of(arn), old, new, stack, logical_id)
    return attributes["Arn"], attributes


def delete_secret(arn, properties):
    purge_secret(name_of(arn), properties)


def name_of(arn):
    return secretsmanager._resolve(arn)[0]


override(SECRET, create=create_secret, update=update_secret, delete=delete_secret)


# --- Names that are taken: MiniStack replaces what has the name.
# https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
# https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
# https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
# https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html


def refuse_taken(resource_type, name_property, is_taken, message):
    create = RESOURCES[resource_type]["create"]

    def create_new(logical_id, properties, stack):
        name = properties.get(name_property)
        if name and is_taken(name):
            raise ValueError(message.format(name))
        return create(logical_id, properties, stack)

    override(resource_type, create=create_new)


def is_policy(name):
    return any(policy["PolicyName"] == name for policy in iam._policies.values())


def is_alias(name):
    return kms._alias_arn(name) in kms._aliases


refuse_taken(
    SECRET,
    "Name",
    lambda name: name in secretsmanager._secrets,
    "The operation failed because the secret {} already exists. (Service: SecretsManager, Status Code: 400)",
)
refuse_taken("AWS::IAM::Role", "RoleName", lambda name: name in iam._roles, "Role with name {} already exists.")
refuse_taken("AWS::IAM::ManagedPolicy", "ManagedPolicyName", is_policy, "A policy called {} already exists.")
refuse_taken("AWS::KMS::Alias", "AliasName", is_alias, "An alias with the name {} already exists.")


# --- Import: MiniStack imports no secrets, and does not tell by what the others are identified.
# https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resource-import-supported-resources.html
# https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_GetTemplateSummary.html


def why_no_secret(arn):
    return None if name_of(arn) else f"Resource of type '{SECRET}' with identifier '{arn}' was not found."


def import_secret(identifier):
    return identifier["Id"], {"Id": identifier["Id"], "Arn": identifier["Id"]}


summarize = ACTIONS["GetTemplateSummary"]


def get_template_summary(parameters):
    status, headers, body = summarize(parameters)
    types = re.findall(rb"<member>(AWS::[\w:]+)</member>", body)
    summaries = b"".join(identifiers_of(name.decode()) for name in types if name.decode() in changesets._IMPORT_LOOKUPS)
    listed = b"<ResourceIdentifierSummaries>" + summaries + b"</ResourceIdentifierSummaries>"
    end = b"</GetTemplateSummaryResult>"
    return status, headers, body.replace(end, listed + end)


def identifiers_of(resource_type):
    properties = ",".join(changesets._IMPORT_LOOKUPS[resource_type][0])
    identifiers = f"<ResourceIdentifiers><member>{properties}</member></ResourceIdentifiers>"
    return f"<member><ResourceType>{resource_type}</ResourceType>{identifiers}</member>".encode()


override(SECRET, **{"import": import_secret})
changesets._IMPORT_LOOKUPS[SECRET] = (("Id",), why_no_secret)
ACTIONS["GetTemplateSummary"] = get_template_summary


if __name__ == "__main__":
    main()
