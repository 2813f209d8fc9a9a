"""Records what botocore does in sequences of faults: python sequences.py > sequences.tsv

Columns: mode, operation, limit of attempts (0: the default), then one column a call: faults -> ending attempts pauses held flags.
A fault is a status, with :code and with @milliseconds of x-amz-retry-after, or ok, closed, stalled, crc32. Random numbers are
those of draw(); time stands still unless somebody waits, and 0.3 s pass between calls.
"""
import os
import random
import subprocess
import sys
import time
import types

TARGETS = {
    'dynamodb.DeleteItem': ('dynamodb', 'delete_item', dict(TableName='t', Key={'k': {'S': '1'}}), 'json'),
    'sqs.ReceiveMessage': ('sqs', 'receive_message', dict(QueueUrl='http://sqs.invalid/1/q'), 'json'),
    'kinesis.ListStreams': ('kinesis', 'list_streams', {}, 'json'),
    'ec2.DescribeRegions': ('ec2', 'describe_regions', {}, 'ec2'),
    'sts.GetCallerIdentity': ('sts', 'get_caller_identity', {}, 'query'),
    's3.ListBuckets': ('s3', 'list_buckets', {}, 'rest-xml'),
    'route53.ListHostedZones': ('route53', 'list_hosted_zones', {}, 'rest-xml'),
    'lambda.ListFunctions': ('lambda', 'list_functions', {}, 'rest-json'),
}
CODES = ['Throttling', 'ThrottlingException', 'ThrottledException', 'RequestThrottledException', 'TooManyRequestsException',
         'ProvisionedThroughputExceededException', 'TransactionInProgressException', 'RequestLimitExceeded',
         'BandwidthLimitExceeded', 'LimitExceededException', 'RequestThrottled', 'SlowDown', 'PriorRequestNotComplete',
         'EC2ThrottledException', 'RequestTimeout', 'RequestTimeoutException', 'ReplicatedWriteConflictException',
         'BadDigest', 'IDPCommunicationError', 'ValidationException', 'AccessDenied']


class Draws:
    count = 0

    def draw(self):
        self.count += 1
        return (self.count * 37 + 11) % 101 / 101


class Virtual:
    now = 0.0
    pauses = []
    held = 0.0

    def sleep(self, seconds):
        self.pauses.append(seconds)
        self.now += seconds

    def hold(self, seconds):
        self.held += seconds
        self.now += seconds


def message(target, code):
    protocol = TARGETS[target][3]
    if code is None:
        return {'json': '{}', 'rest-json': '{}', 'ec2': '<R></R>', 'rest-xml': '<R></R>',
                'query': '<R><GetCallerIdentityResult/><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></R>'}[protocol]
    xml = '<Error><Type>Sender</Type><Code>%s</Code><Message>by the test</Message></Error>' % code
    if protocol == 'json':
        return '{"__type":"com.amazonaws#%s","message":"by the test"}' % code
    if protocol == 'rest-json':
        return '{"message":"by the test"}'
    if protocol == 'ec2':
        return '<Response><Errors>%s</Errors><RequestID>r</RequestID></Response>' % xml
    return xml if target == 's3.ListBuckets' else '<ErrorResponse>%s<RequestId>r</RequestId></ErrorResponse>' % xml


class Session:
    """In the place of the HTTP session."""

    def __init__(self, target):
        self.target = target
        self.faults = []
        self.requests = []

    def send(self, request):
        import io
        from botocore.awsrequest import AWSResponse, HeadersDict
        from botocore.exceptions import ConnectionClosedError, ReadTimeoutError
        self.requests.append(request)
        fault = self.faults.pop(0) if self.faults else 'ok'
        if fault == 'closed':
            raise ConnectionClosedError(endpoint_url=request.url)
        if fault == 'stalled':
            raise ReadTimeoutError(endpoint_url=request.url)
        status, code, headers = 200, None, {}
        if fault == 'crc32':
            headers['x-amz-crc32'] = '12345'
        elif fault != 'ok':
            fault, _, after = fault.partition('@')
            status, _, code = fault.partition(':')
            status, code = int(status), code or None
            if after:
                headers['x-amz-retry-after'] = after
            if code and TARGETS[self.target][3] == 'rest-json':
                headers['x-amzn-errortype'] = code
        body = message(self.target, code) if status == 200 or code else ''

        class Raw(io.BytesIO):
            def stream(self):
                yield self.read()
        return AWSResponse(request.url, status, HeadersDict(headers), Raw(body.encode()))

    def close(self):
        pass


def run(mode, target, limit, calls):
    import botocore.client
    import botocore.endpoint
    import botocore.retries.bucket as bucket
    import botocore.retries.standard as standard
    import botocore.session
    from botocore.config import Config
    from botocore.exceptions import ChecksumError, ClientError, ConnectionClosedError, ReadTimeoutError
    draws, virtual = Draws(), Virtual()
    virtual.pauses = []
    random.random = draws.draw
    time.sleep = virtual.sleep
    standard.ExponentialBackoff.__init__.__defaults__ = (20, draws.draw, None, None)
    standard.RetryHandler.__init__.__defaults__ = (None, virtual.sleep)
    bucket.Clock.current_time = lambda self: virtual.now

    class Condition:
        def __init__(self, lock):
            pass
        def __enter__(self):
            pass
        def __exit__(self, *error):
            pass
        def notify(self):
            pass
        def wait(self, amount):
            virtual.hold(max(amount, 1e-9))
    import threading
    bucket.threading = types.SimpleNamespace(Lock=threading.Lock, Condition=Condition)
    service, method, params, _ = TARGETS[target]
    retries = {'mode': mode}
    if limit:
        retries['total_max_attempts'] = limit
    session = botocore.session.Session()
    client = session.create_client(service, region_name='us-east-1', aws_access_key_id='a', aws_secret_access_key='b',
                                   config=Config(retries=retries))
    client._endpoint.http_session = stub = Session(target)
    results = []
    for faults in calls:
        stub.faults = list(faults)
        stub.requests = []
        virtual.pauses, virtual.held = [], 0.0
        metadata = {}
        try:
            metadata = getattr(client, method)(**params)['ResponseMetadata']
            ending = 'ok'
        except ClientError as e:
            metadata = e.response['ResponseMetadata']
            ending = 'error %d' % metadata['HTTPStatusCode']
        except ConnectionClosedError:
            ending = 'connection closed'
        except ReadTimeoutError:
            ending = 'read timeout'
        except ChecksumError:
            ending = 'crc32'
        flags = ('M' if metadata.get('MaxAttemptsReached') else '') + ('Q' if metadata.get('RetryQuotaReached') else '')
        results.append('%s,%d,%s,%.6f,%s' % (ending, len(stub.requests), ' '.join('%.9f' % p for p in virtual.pauses),
                                             virtual.held, flags))
        virtual.now += 0.3
    return results


def fault(dice):
    sort = dice.random()
    if sort < 0.35:
        code = dice.choice(['', '', ':InternalError', ':SlowDown', ':RequestLimitExceeded', ':EC2ThrottledException',
                            ':BandwidthLimitExceeded'])
        text = str(dice.choice([500, 502, 503, 504, 501, 509])) + code
    elif sort < 0.7:
        text = str(dice.choice([400, 400, 400, 403, 408, 409])) + ':' + dice.choice(CODES)
    elif sort < 0.78:
        text = '429:' + dice.choice(['TooManyRequestsException', 'Busy'])
    elif sort < 0.92:
        return 'closed'
    else:
        return 'crc32'
    return text + (dice.choice(['', '', '', '@1500', '@0', '@99999', '@-5', '@soon']))


def sequences(dice):
    for number in range(216):
        mode = ['legacy', 'standard', 'adaptive', 'new'][number % 4]
        target = dice.choice(sorted(TARGETS))
        limit = dice.choice([0, 0, 1, 2, 4, 7])
        if number % 40 < 4:
            # Enough failures to use up the quota, and then successes to get some of it back.
            limit = 7
            if number == 3:
                target = 'sqs.ReceiveMessage'
            calls = [[dice.choice(['closed', '503', '400:Throttling'])] * 7 for _ in range(22)]
            calls += [[], ['503'], [], ['500', '500'], [], [], [], [], [], ['503']]
        elif number % 40 < 8:
            # Stalls take time that really passes, and are by themselves: a slow computer must not look like one.
            limit = 4
            calls = [['stalled'] * 7 for _ in range(2)]
        else:
            calls = [[fault(dice) for _ in range(dice.randrange(8))] for _ in range(dice.randrange(1, 9))]
        yield mode, target, limit, calls


def main():
    wanted = os.environ.get('SEQUENCES_WANTED')
    if wanted is None:
        lines = {}
        for switch in ('false', 'true'):
            env = dict(os.environ, SEQUENCES_WANTED=switch, AWS_NEW_RETRIES_2026=switch, AWS_EC2_METADATA_DISABLED='true')
            out = subprocess.run([sys.executable, __file__], env=env, capture_output=True, text=True, check=True).stdout
            lines.update((int(line.split('\t', 1)[0]), line.split('\t', 1)[1]) for line in out.splitlines())
        for number in sorted(lines):
            print(lines[number])
        return
    for number, (mode, target, limit, calls) in enumerate(sequences(random.Random(2026))):
        if (mode == 'new') != (wanted == 'true'):
            continue
        results = run('standard' if mode == 'new' else mode, target, limit, calls)
        columns = [' '.join(faults) + ' -> ' + result for faults, result in zip(calls, results)]
        print('\t'.join([str(number), mode, target, str(limit)] + columns))


main()
