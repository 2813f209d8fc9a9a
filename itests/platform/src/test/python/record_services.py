"""Records what the reference sends to services other than S3, and makes of the answers, where a handler has a part in it.

Each case has a service, the options of its client, the credentials' account, an operation with its parameters (or a method
with its arguments) and the answers it gets; the reference's requests, and its result or error, are written beside them.
Run by hand when cases change; the build only reads what it wrote:
    python3 src/test/python/record_services.py > src/test/resources/reference-services.json

What changes from run to run is left out: times, signatures, tokens. Of the header Authorization only region, service and signed
headers are kept, of User-Agent the ids of features. Values that JSON lacks are objects of one key: $bytes, $stream (base64).
"""
import base64
import io
import json
import os
import re
import sys

for variable in list(os.environ):
    if variable.startswith("AWS_"):
        del os.environ[variable]
os.environ.update(AWS_CONFIG_FILE="/nonexistent", AWS_SHARED_CREDENTIALS_FILE="/nonexistent",
                  AWS_EC2_METADATA_DISABLED="true",
                  AWS_DATA_PATH=os.path.join(os.path.dirname(os.path.abspath(__file__)), "../resources/models"))

import botocore.endpoint
from botocore import UNSIGNED
from botocore.awsrequest import AWSResponse
from botocore.config import Config
from botocore.exceptions import ClientError, EndpointConnectionError
from botocore.session import Session

botocore.endpoint.time.sleep = lambda seconds: None
VOLATILE = {"user-agent", "x-amz-date", "date", "amz-sdk-invocation-id", "amz-sdk-request"}
# Those of checksums, which have their own comparison.
OTHERS_FEATURES = set("UVWXYZabc")
CASES = []


def case(name, service, operation, params=None, answers=None, **more):
    CASES.append({"name": name, "service": service, "operation": operation, "params": params or {},
                  "answers": answers or [], **more})


def method(name, service, called, arguments, **more):
    CASES.append({"name": name, "service": service, "method": called, "params": arguments, "answers": [], **more})


def b64(data):
    return {"$bytes": base64.b64encode(data).decode()}


def stream(data):
    return {"$stream": base64.b64encode(data).decode()}


JSON = {"content-type": "application/x-amz-json-1.0"}
case("ec2 user data, text", "ec2", "RunInstances", {"MinCount": 1, "MaxCount": 1, "UserData": "grün"}, [[200, {}, "<r/>"]])
case("ec2 user data, bytes", "ec2", "RunInstances",
     {"MinCount": 1, "MaxCount": 1, "UserData": b64(b"\x00\xff"), "ClientToken": "c"}, [[200, {}, "<r/>"]])
case("ec2 filters where the model says filter", "ec2", "DescribeTags", {"Filters": [{"Name": "n", "Values": ["v"]}]},
     [[200, {}, "<r/>"]])
case("ec2 alias for a member", "ec2", "DescribeNatGateways", {"Filters": [{"Name": "n", "Values": ["v"]}]}, [[200, {}, "<r/>"]])
case("ec2 both names", "ec2", "DescribeHosts", {"Filters": [], "Filter": []})
case("ec2 copy of a snapshot", "ec2", "CopySnapshot",
     {"SourceRegion": "us-west-2", "SourceSnapshotId": "snap-1", "Description": "a b/c"}, [[200, {}, "<r/>"]])
case("ec2 copy with a url", "ec2", "CopySnapshot",
     {"SourceRegion": "us-west-2", "SourceSnapshotId": "snap-1", "PresignedUrl": "https://mine"}, [[200, {}, "<r/>"]])
for name, output in (("text", "Z3LDvG4="), ("no utf-8", "/w=="), ("wrong", "abcde"), ("empty", ""), ("lines", "Z3LD\nvG4=")):
    case("ec2 console output, " + name, "ec2", "GetConsoleOutput", {"InstanceId": "i-1"},
         [[200, {}, "<r><instanceId>i-1</instanceId><output>%s</output></r>" % output]])
for service, operation, params in (
        ("rds", "CopyDBClusterSnapshot", {"SourceDBClusterSnapshotIdentifier": "a", "TargetDBClusterSnapshotIdentifier": "b"}),
        ("rds", "CreateDBCluster", {"DBClusterIdentifier": "a", "Engine": "mysql"}),
        ("rds", "CopyDBSnapshot", {"SourceDBSnapshotIdentifier": "a", "TargetDBSnapshotIdentifier": "b"}),
        ("rds", "CreateDBInstanceReadReplica", {"DBInstanceIdentifier": "a", "SourceDBInstanceIdentifier": "b"}),
        ("rds", "StartDBInstanceAutomatedBackupsReplication", {"SourceDBInstanceArn": "a"}),
        ("neptune", "CopyDBClusterSnapshot",
         {"SourceDBClusterSnapshotIdentifier": "a", "TargetDBClusterSnapshotIdentifier": "b"}),
        ("neptune", "CreateDBCluster", {"DBClusterIdentifier": "a", "Engine": "neptune"}),
        ("docdb", "CopyDBClusterSnapshot",
         {"SourceDBClusterSnapshotIdentifier": "a", "TargetDBClusterSnapshotIdentifier": "b"}),
        ("docdb", "CreateDBCluster", {"DBClusterIdentifier": "a", "Engine": "docdb"})):
    empty = "<R><%sResult/></R>" % operation
    case(f"{service} {operation} between regions", service, operation, {**params, "SourceRegion": "us-west-2"},
         [[200, {}, empty]])
    case(f"{service} {operation} with a url", service, operation,
         {**params, "SourceRegion": "us-west-2", "PreSignedUrl": "https://mine"}, [[200, {}, empty]])
    case(f"{service} {operation} within the region", service, operation, params, [[200, {}, empty]])
method("rds token", "rds", "generate_db_auth_token", {"DBHostname": "db.example.com", "Port": 3306, "DBUsername": "me you"})
method("rds token of a region", "rds", "generate_db_auth_token",
       {"DBHostname": "db.example.com", "Port": 3306, "DBUsername": "me", "Region": "us-east-1"})
method("dsql token", "dsql", "generate_db_connect_auth_token", {"Hostname": "c.dsql.us-east-1.on.aws"})
method("dsql admin token", "dsql", "generate_db_connect_admin_auth_token",
       {"Hostname": "c.dsql.us-east-1.on.aws", "Region": "us-east-2", "ExpiresIn": 60})
POLICY = "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Resource%22%3A%22a+b%22%2C%22n%22%3A1%7D%5D%7D"
for name, policy in (("document", POLICY), ("text", "no json"), ("half", "%7B"), ("empty", "")):
    case("iam policy, " + name, "iam", "GetRolePolicy", {"RoleName": "r", "PolicyName": "p"},
         [[200, {}, "<R><GetRolePolicyResult><RoleName>r</RoleName><PolicyName>p</PolicyName><PolicyDocument>" + policy
           + "</PolicyDocument></GetRolePolicyResult></R>"]])
case("iam policies in a list", "iam", "ListRoles", {},
     [[200, {}, "<R><ListRolesResult><Roles><member><RoleName>r</RoleName><AssumeRolePolicyDocument>" + POLICY
       + "</AssumeRolePolicyDocument></member></Roles></ListRolesResult></R>"]])
case("sts unsigned web identity", "sts", "AssumeRoleWithWebIdentity",
     {"RoleArn": "arn:aws:iam::1:role/role-name", "RoleSessionName": "abc", "WebIdentityToken": "token"},
     [[200, {}, "<R><AssumeRoleWithWebIdentityResult/></R>"]])
case("sts unsigned saml", "sts", "AssumeRoleWithSAML",
     {"RoleArn": "arn:aws:iam::1:role/role-name", "PrincipalArn": "arn:aws:iam::1:saml/provider", "SAMLAssertion": "asse"},
     [[200, {}, "<R><AssumeRoleWithSAMLResult/></R>"]])
case("sts signed", "sts", "GetCallerIdentity", {}, [[200, {}, "<R><GetCallerIdentityResult/></R>"]])
for operation, params in (("GetId", {"IdentityPoolId": "p"}), ("GetOpenIdToken", {"IdentityId": "i"}),
                          ("UnlinkIdentity", {"IdentityId": "i", "Logins": {"a": "b"}, "LoginsToRemove": ["a"]}),
                          ("GetCredentialsForIdentity", {"IdentityId": "i"}),
                          ("DescribeIdentity", {"IdentityId": "i"})):
    case("cognito-identity " + operation, "cognito-identity", operation, params, [[200, JSON, "{}"]])
for name, status, body in (("described", 400, '{"error":"invalid_grant","error_description":"No good"}'),
                           ("message", 400, '{"error":"invalid_grant","error_description":"No","message":"Own"}'),
                           ("nothing", 400, '{"error":"invalid_grant"}'), ("no json", 400, "<html>")):
    case("sso-oidc error, " + name, "sso-oidc", "CreateToken",
         {"clientId": "c", "clientSecret": "s", "grantType": "g"},
         [[status, {"x-amzn-errortype": "InvalidGrantException"}, body]])
case("sqs query error", "sqs", "GetQueueUrl", {"QueueName": "q"},
     [[400, {"x-amzn-query-error": "AWS.SimpleQueueService.NonExistentQueue;Sender", **JSON},
       '{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"none"}']])
case("sqs error of its own protocol", "sqs", "GetQueueUrl", {"QueueName": "q"},
     [[400, JSON, '{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"none"}']])
for name, template in (("json", '{"Resources": {"b": {"Count": 2.5}}, "A": [1, null]}'), ("yaml", "Resources:\n  b: {}\n")):
    case("cloudformation template in " + name, "cloudformation", "GetTemplate", {"StackName": "s"},
         [[200, {}, "<R><GetTemplateResult><TemplateBody>%s</TemplateBody></GetTemplateResult></R>" % template]])
for operation, params in (("GetHostedZone", {"Id": "/hostedzone/Z1"}), ("GetHostedZone", {"Id": "Z1"}),
                          ("GetChange", {"Id": "/change/C1"}), ("GetReusableDelegationSet", {"Id": "/delegationset/N1"}),
                          ("ListResourceRecordSets", {"HostedZoneId": "/hostedzone/Z1"})):
    case(f"route53 {operation} {list(params.values())[0]}", "route53", operation, params, [[200, {}, "<r/>"]])
case("route53 in a body", "route53", "CreateHostedZone",
     {"Name": "a/b", "CallerReference": "c/d", "DelegationSetId": "/delegationset/N1"}, [[201, {}, "<r/>"]])
case("glacier own account", "glacier", "ListVaults", {}, [[200, {}, "{}"]])
case("glacier other account", "glacier", "ListVaults", {"accountId": "123"}, [[200, {}, "{}"]])
for name, data in (("bytes", b"data"), ("empty", b""), ("large", bytes(range(251)) * 10)):
    body = b64(data) if name != "large" else stream(data)
    case("glacier upload of " + name, "glacier", "UploadArchive", {"vaultName": "v", "body": body}, [[201, {}, ""]])
case("glacier upload with a hash", "glacier", "UploadArchive", {"vaultName": "v", "body": b64(b"x"), "checksum": "mine"},
     [[201, {}, ""]])
case("glacier part", "glacier", "UploadMultipartPart",
     {"vaultName": "v", "uploadId": "u", "range": "bytes 0-3/*", "body": stream(b"data")}, [[204, {}, ""]])
case("apigateway accept", "apigateway", "GetRestApis", {}, [[200, {}, "{}"]])
case("apigateway own accept", "apigateway", "GetExport",
     {"restApiId": "r", "stageName": "s", "exportType": "swagger", "accepts": "application/yaml"}, [[200, {}, "x"]])
case("machinelearning prediction", "machinelearning", "Predict",
     {"MLModelId": "m", "Record": {"a": "b"}, "PredictEndpoint": "https://realtime.example.com/p"}, [[200, JSON, "{}"]])
case("cloudsearchdomain search", "cloudsearchdomain", "Search", {"query": "a b", "returnFields": "t,é"}, [[200, {}, "{}"]],
     config={"endpoint_url": "https://search.example.com"})
case("cloudsearchdomain both names", "cloudsearchdomain", "Search", {"query": "a", "returnFields": "a", "return": "b"},
     config={"endpoint_url": "https://search.example.com"})
case("cloudsearchdomain suggest", "cloudsearchdomain", "Suggest", {"query": "a", "suggester": "s"}, [[200, {}, "{}"]],
     config={"endpoint_url": "https://search.example.com"})
case("polly speech", "polly", "SynthesizeSpeech", {"OutputFormat": "mp3", "Text": "Hi", "VoiceId": "Joanna"},
     [[200, {}, ""]])
case("autoscaling user data", "autoscaling", "CreateLaunchConfiguration",
     {"LaunchConfigurationName": "l", "UserData": "grün"}, [[200, {}, "<R/>"]])
case("logs alias", "logs", "CreateExportTask", {"logGroupName": "g", "fromTime": 1, "to": 2, "destination": "d"},
     [[200, JSON, "{}"]])
case("logs both names", "logs", "CreateExportTask", {"logGroupName": "g", "fromTime": 1, "from": 3, "to": 2,
                                                     "destination": "d"})
case("bedrock-agentcore milliseconds", "bedrock-agentcore", "CreateEvent",
     {"memoryId": "memory-0123456789", "actorId": "a", "sessionId": "s", "eventTimestamp": {"$time": "2024-02-29T12:34:56.789Z"},
      "payload": [], "clientToken": "c"}, [[201, {}, "{}"]])
for service, old, params in (("signin", "create_o_auth2_token", {"tokenInput": {"clientId": "c", "grantType": "refresh_token",
                                                                            "refreshToken": "r"}}),
                             ("mturk", "list_hi_ts_for_qualification_type", {"QualificationTypeId": "q"}),
                             ("socialmessaging", "delete_whatsapp_media_message",
                              {"mediaId": "m", "originationPhoneNumberId": "phone-number-id-0123456789012345678901234567890a"}),
                             ("cloudwatch", "get_o_tel_enrichment", {}), ("cloudwatch", "start_o_tel_enrichment", {}),
                             ("cloudwatch", "stop_o_tel_enrichment", {})):
    case(f"{service} {old}", service, old, params, [[200, {}, "{}"]])
case("importexport signature", "importexport", "ListJobs", {}, [[200, {}, "<R><ListJobsResult/></R>"]])
case("importexport signature of the user's", "importexport", "ListJobs", {}, [[200, {}, "<R><ListJobsResult/></R>"]],
     config={"signature_version": "v4"})
TABLE = {"TableName": "t"}
ARN = {"TableName": "arn:aws:dynamodb:eu-central-1:210987654321:table/t"}
for account in (None, "123456789012"):
    for mode in (None, "preferred", "disabled", "required"):
        for region in ("eu-central-1", "cn-north-1"):
            case(f"dynamodb account {account} {mode} {region}", "dynamodb", "DescribeTable", TABLE, [[200, JSON, "{}"]],
                 account=account, config={"region_name": region, **({"account_id_endpoint_mode": mode} if mode else {})})
case("dynamodb account of an arn", "dynamodb", "DescribeTable", ARN, [[200, JSON, "{}"]], account="123456789012", config={})
case("dynamodb account, dual stack", "dynamodb", "DescribeTable", TABLE, [[200, JSON, "{}"]], account="123456789012",
     config={"use_dualstack_endpoint": True})
case("dynamodb account, fips", "dynamodb", "DescribeTable", TABLE, [[200, JSON, "{}"]], account="123456789012",
     config={"use_fips_endpoint": True})
case("dynamodb account, own endpoint", "dynamodb", "DescribeTable", TABLE, [[200, JSON, "{}"]], account="123456789012",
     config={"endpoint_url": "http://localhost:8000"})
case("dynamodb account, unsigned", "dynamodb", "DescribeTable", TABLE, [[200, JSON, "{}"]], account="123456789012",
     config={"signature_version": "UNSIGNED"})
case("dynamodb discovery asked for", "dynamodb", "DescribeTable", TABLE,
     [[200, JSON, '{"Endpoints":[{"Address":"cell.example.com","CachePeriodInMinutes":10}]}'], [200, JSON, "{}"]],
     config={"endpoint_discovery_enabled": "true"})

CELL = '{"Endpoints":[{"Address":"%s","CachePeriodInMinutes":10},{"Address":"second","CachePeriodInMinutes":10}]}'
for setting in (None, "auto", "true", "TRUE", "false"):
    config = {} if setting is None else {"endpoint_discovery_enabled": setting}
    found = [[200, JSON, CELL % "cell.example.com"], [200, JSON, "{}"]]
    case(f"discovery required, {setting}", "cells", "TestDiscoveryRequired", {"Sdk": "a", "Foo": "b", "Baz": "c"},
         found if setting != "false" else [[200, JSON, "{}"]], config=config)
    case(f"discovery optional, {setting}", "cells", "TestDiscoveryOptional", {"Foo": "b", "Nested": {"Sdk": "a"}},
         found if setting in ("true", "TRUE") else [[200, JSON, "{}"]], config=config)
    case(f"discovery not used, {setting}", "cells", "TestDiscovery", {"Foo": "b"}, [[200, JSON, "{}"]], config=config)
ON = {"endpoint_discovery_enabled": "true"}
case("discovery without identifiers", "cells", "TestDiscoveryOptional", {"Foo": "b"},
     [[200, JSON, CELL % "cell.example.com"], [200, JSON, "{}"]], config=ON)
case("discovery of a url", "cells", "TestDiscoveryOptional", {"Foo": "b"},
     [[200, JSON, CELL % "http://cell.example.com/x"], [200, JSON, "{}"]], config=ON)
case("discovery misdirected", "cells", "TestDiscoveryOptional", {"Foo": "b"},
     [[200, JSON, CELL % "old"], [421, JSON, "{}"], [200, JSON, CELL % "new"], [200, JSON, "{}"]], config=ON)
case("discovery of a wrong endpoint", "cells", "TestDiscoveryOptional", {"Foo": "b"},
     [[200, JSON, CELL % "old"], [400, JSON, '{"__type":"InvalidEndpointException"}'], [200, JSON, CELL % "new"],
      [200, JSON, "{}"]], config=ON)
case("discovery refused", "cells", "TestDiscoveryOptional", {"Foo": "b"},
     [[400, JSON, '{"__type":"AccessDenied","message":"no"}']], config=ON)
case("discovery unreachable, optional", "cells", "TestDiscoveryOptional", {"Foo": "b"}, [None, None, None, None, None,
                                                                                     [200, JSON, "{}"]], config=ON)
case("discovery unreachable, required", "cells", "TestDiscoveryRequired", {"Sdk": "a", "Foo": "b", "Baz": "c"},
     [None] * 5, config=ON)
case("discovery with an endpoint of the user's", "cells", "TestDiscoveryRequired", {"Sdk": "a", "Foo": "b", "Baz": "c"},
     [[200, JSON, "{}"]], config={"endpoint_url": "https://mine.example.com"})
case("discovery of a service without", "sqs", "ListQueues", {}, [[200, JSON, "{}"]], config=ON)


def value(recorded):
    if isinstance(recorded, dict):
        if "$bytes" in recorded:
            return base64.b64decode(recorded["$bytes"])
        if "$stream" in recorded:
            return io.BytesIO(base64.b64decode(recorded["$stream"]))
        if "$time" in recorded:
            return recorded["$time"]
        return {key: value(one) for key, one in recorded.items()}
    if isinstance(recorded, list):
        return [value(one) for one in recorded]
    return recorded


def plain(result):
    if isinstance(result, dict):
        return {key: plain(one) for key, one in result.items() if key not in ("HTTPHeaders", "ResponseMetadata")}
    if isinstance(result, list):
        return [plain(one) for one in result]
    if hasattr(result, "read"):
        return "bytes " + result.read().decode("latin-1")
    if isinstance(result, bytes):
        return "bytes " + result.decode("latin-1")
    return steady(result) if isinstance(result, str) else result


def steady(text):
    text = re.sub(r"(X-Amz-Date(?:=|%3D))\d{8}T\d{6}Z", r"\1DATE", text)
    text = re.sub(r"(X-Amz-Signature(?:=|%3D))[0-9a-f]{64}", r"\1SIGNATURE", text)
    text = re.sub(r"(AKIDEXAMPLE(?:/|%2F|%252F))\d{8}", r"\1DAY", text)
    return re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", "UUID", text)


def seen(request):
    headers = {}
    for name, one in request.headers.items():
        text = one.decode() if isinstance(one, bytes) else one
        if name.lower() == "authorization":
            match = re.match(r"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\d{8}/(.*)/aws4_request, SignedHeaders=(.*), Sig", text)
            text = match.group(1) + " " + match.group(2) if match else text.split(" ")[0]
        if name.lower() not in VOLATILE:
            headers[name.lower()] = steady(text)
        if name.lower() == "user-agent":
            features = set(re.search(r" m/(\S+)", text).group(1).split(",")) - OTHERS_FEATURES
    body = request.body
    if hasattr(body, "read"):
        body = body.read()
    body = (body or b"") if not isinstance(body, str) else body.encode()
    text = steady(body.decode("latin-1"))
    if len(text) > 10000:
        text = "%d characters" % len(text)
    return {"method": request.method, "url": steady(request.url), "headers": headers, "body": text,
            "features": sorted(features)}


def record(one):
    requests = []
    answers = list(one["answers"])
    session = Session()
    session.set_credentials("AKIDEXAMPLE", "secret", account_id=one.get("account"))
    options = dict(one.get("config") or {})
    options.setdefault("region_name", "eu-central-1")
    url = options.pop("endpoint_url", None)
    if options.get("signature_version") == "UNSIGNED":
        options["signature_version"] = UNSIGNED
    config = Config(request_checksum_calculation="when_required", response_checksum_validation="when_required", **options)

    def send(request, **_):
        requests.append(seen(request))
        answer = answers.pop(0)
        if answer is None:
            raise EndpointConnectionError(endpoint_url=request.url)
        status, headers, body = answer

        class Raw:
            def stream(self, *_, **__):
                yield body.encode()

            def read(self, *_):
                return body.encode()
        return AWSResponse(request.url, status, {"x-amzn-requestid": "REQ1", **headers}, Raw())

    outcome = {}
    try:
        client = session.create_client(one["service"], config=config, endpoint_url=url)
        client.meta.events.register("before-send", send)
        if "method" in one:
            called = getattr(client, one["method"])
        else:
            names = {operation: name for name, operation in client.meta.method_to_api_mapping.items()}
            called = getattr(client, names.get(one["operation"], one["operation"]))
        outcome["result"] = plain(called(**value(one["params"])))
    except ClientError as error:
        outcome["error"] = {"type": type(error).__name__, "message": str(error), "code": error.response["Error"].get("Code")}
    except Exception as error:
        outcome["error"] = {"type": type(error).__name__, "message": str(error)}
    if answers and "error" not in outcome:
        sys.exit(one["name"] + ": answers are left")
    return {**one, "requests": requests, **outcome}


print("[")
print(",\n".join(json.dumps(record(one), ensure_ascii=True) for one in CASES))
print("]")
