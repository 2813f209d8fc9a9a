"""Writes what the reference does with a metadata service that answers in many ways, for ReferenceMetadataTest.

Run with the reference installed (botocore 1.43.67):
    python3 reference_metadata.py > ../resources/org/tucuxi/credentials/internal/metadata/imds.tsv
Columns: attempts, version 1 disabled, replies for token, role and keys; what was asked (2: with a token), the outcome.
A reply is a status, ok, empty, text (no JSON), partial (JSON without Token) or drop (the connection ends).
"""

import http.server
import itertools
import threading

from botocore.exceptions import MetadataRetrievalError
from botocore.utils import InstanceMetadataFetcher

ROLES = '/latest/meta-data/iam/security-credentials/'
KEYS = (
    '{"AccessKeyId": "AKID", "SecretAccessKey": "s", %s"Expiration": "2999-01-01T00:00:00Z"}'
)
BODIES = {
    'token': 'token',
    'role': 'web-role',
    'keys': KEYS % '"Token": "t", ',
}


class Instance(http.server.BaseHTTPRequestHandler):
    replies = {}
    asked = []

    def do_PUT(self):
        self.answer('token', 'T')

    def do_GET(self):
        version = '2' if self.headers.get('x-aws-ec2-metadata-token') else '1'
        if self.path == ROLES:
            self.answer('role', 'R' + version)
        else:
            self.answer('keys', 'K' + version)

    def answer(self, what, shown):
        self.asked.append(shown)
        left = self.replies[what]
        reply = left.pop(0) if len(left) > 1 else left[0]
        if reply == 'drop':
            self.close_connection = True
            return
        body = {'ok': BODIES[what], 'empty': '', 'text': '<html>', 'partial': KEYS % ''}.get(reply, '')
        self.send_response(int(reply) if reply.isdigit() else 200)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *args):
        pass


def scenarios():
    plain = [['ok'], ['ok'], ['ok']]
    for attempts in (1, 3):
        for status in ('ok', '400', '401', '403', '404', '405', '429', '500', '503', 'drop'):
            for disabled in (False, True):
                yield attempts, disabled, [[status], ['ok'], ['ok']]
        for at, bad in itertools.product((1, 2), ('400', '401', '403', '404', '500', 'empty', 'drop')):
            yield attempts, False, [plain[0]] + [[bad] if i == at else ['ok'] for i in (1, 2)]
            yield attempts, False, [plain[0]] + [[bad, 'ok'] if i == at else ['ok'] for i in (1, 2)]
        for bad in ('text', 'partial'):
            yield attempts, False, [['ok'], ['ok'], [bad]]
            yield attempts, False, [['ok'], ['ok'], [bad, 'ok']]
        yield attempts, False, [['500', '404'], ['500', 'ok'], ['500', 'text', 'ok']]
        yield attempts, True, [['500', 'drop', 'ok'], ['ok'], ['empty', 'ok']]
        yield attempts, False, [['500', '400'], ['ok'], ['ok']]


def outcome(port, attempts, disabled):
    fetcher = InstanceMetadataFetcher(
        timeout=5,
        num_attempts=attempts,
        base_url=f'http://127.0.0.1:{port}/',
        env={},
        config={'ec2_metadata_v1_disabled': disabled},
    )
    try:
        return 'keys' if fetcher.retrieve_iam_role_credentials() else 'none'
    except MetadataRetrievalError:
        return 'error'


def main():
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Instance)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for attempts, disabled, replies in scenarios():
        Instance.replies = dict(zip(BODIES, [list(one) for one in replies]))
        Instance.asked.clear()
        result = outcome(server.server_address[1], attempts, disabled)
        columns = [str(attempts), str(disabled).lower()] + [','.join(one) for one in replies]
        print('\t'.join(columns + [' '.join(Instance.asked), result]))
    server.shutdown()


if __name__ == '__main__':
    main()
