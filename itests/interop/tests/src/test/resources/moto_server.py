"""Starts moto on a free port of the loopback interface, tells the port, and ends with its standard input.

With the argument "tls" it speaks HTTPS, with a certificate that it makes for itself.
"""
import os
import sys
import threading

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

server = make_server("127.0.0.1", 0, DomainDispatcherApplication(create_backend_app), threaded=True,
                     ssl_context="adhoc" if "tls" in sys.argv else None)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(f"listening on {server.server_port}", flush=True)
sys.stdin.read()
os._exit(0)
