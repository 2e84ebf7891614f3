"""A Federation 2 subgraph in another language: the standard library, graphql-core, and cryptography for Ed25519.

Reads one JSON object from its standard input: { "sdl", "jwks", "houses" }. Prints the port that it listens on.
"""

import base64
import hashlib
import json
import re
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from graphql import GraphQLError, build_schema, graphql_sync

settings = json.load(sys.stdin)
HOUSES = {house["houseCode"]: house for house in settings["houses"]}
SDL = settings["sdl"]
BODY = {"code": "FISHERIES", "nameTh": "กรมประมง", "nameEn": "Department of Fisheries"}
SCHEMA = build_schema(
    re.sub(r"extend schema.*?(?=\n\n|\n#)", "", SDL, count=1, flags=re.S)
    + """
    scalar _Any  union _Entity = Household  type _Service { sdl: String! }
    type Query { _service: _Service!  _entities(representations: [_Any!]!): [_Entity]! }
    """,
    assume_valid_sdl=True,
)


def unpadded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


KEYS = {key["kid"]: Ed25519PublicKey.from_public_bytes(unpadded(key["x"])) for key in settings["jwks"]["keys"]}


def claims_of(header, body):
    """The claims of a call token, or None for whatever is not one for this subgraph and this body."""
    try:
        head, claims, signature = header.removeprefix("Bearer ").split(".")
        named = json.loads(unpadded(head))
        if named["alg"] != "EdDSA" or named["typ"] != "samutphok-call+jwt":
            return None
        KEYS[named["kid"]].verify(unpadded(signature), f"{head}.{claims}".encode())
        said = json.loads(unpadded(claims))
    except (AttributeError, ValueError, KeyError, InvalidSignature):
        return None
    now = time.time()
    if said["iss"] != "samutphok-gateway" or said["aud"] != "fisheries":
        return None
    if said["exp"] < now - 5 or said["iat"] > now + 5:
        return None
    bound = said.get("bodySha256")
    digest = base64.urlsafe_b64encode(hashlib.sha256(body).digest()).rstrip(b"=").decode()
    return said if bound in (None, digest) else None


def has_weight(value):
    return value not in (None, "NONE", []) and value is not False and value != 0


def record_for(house, claims):
    """What this reader may see of a house; None: nothing at all."""
    if claims["role"] in ("auditor", "body-developer"):
        return None
    scopes = claims["scope"]

    def holds(category):
        return "sensitive:*" in scopes or f"sensitive:{category}" in scopes

    def is_open(row):
        return row["programme"]["id"] != "lost-at-sea-grant" or holds("hardship")

    facts = [fact for fact in house["facts"] if fact["name"] != "person.lostAtSea" or holds("hardship")]
    entitlements = [row for row in house["entitlements"] if is_open(row)]
    services = [row for row in house["services"] if is_open(row)]
    licences = [
        {
            **row,
            "number": row["number"] if "identity:full" in scopes else "x" * (len(row["number"]) - 3) + row["number"][-3:],
            "remark": None if claims["role"] == "report-builder" else row["remark"],
            "daysLostToIllness": row["daysLostToIllness"] if holds("health") else None,
        }
        for row in house["licences"]
        if row["kind"] != "RELIEF" or holds("hardship")
    ]
    found = bool(entitlements or services or any(has_weight(fact["value"]) for fact in facts))
    return {
        "__typename": "FisheriesRecord",
        "body": BODY,
        "asOf": "2022-08-10T00:00:00Z",
        "found": found,
        "facts": facts,
        "entitlements": entitlements,
        "services": services,
        "licences": licences,
    }


class Root:
    def __init__(self, claims):
        self.claims = claims

    def _service(self, _info):
        return {"sdl": SDL}

    def _entities(self, _info, representations):
        return [self.entity(key) for key in representations]

    def entity(self, key):
        code = key.get("houseCode")
        if not isinstance(code, str) or not re.fullmatch(r"[0-9]{11}", code):
            return GraphQLError("Not a house code.", extensions={"code": "INPUT_HOUSE_CODE_INVALID"})
        house = HOUSES.get(code)
        if house is None:
            return None
        return {"__typename": "Household", "houseCode": code, "fisheries": record_for(house, self.claims)}


def shown(error):
    code = (error.extensions or {}).get("code", "GRAPHQL_FAILED")
    path = {} if error.path is None else {"path": error.path}
    return {"message": "This part could not be answered.", **path, "extensions": {"code": code}}


def answer(authorization, body):
    """Status and payload."""
    claims = claims_of(authorization, body)
    if claims is None:
        return 401, {"errors": [{"message": "The call carries no token.", "extensions": {"code": "CALL_REFUSED"}}]}
    refused = 400, {"errors": [{"message": "No GraphQL request.", "extensions": {"code": "REQUEST_INVALID"}}]}
    try:
        asked = json.loads(body)
        query, variables = asked["query"], asked.get("variables") or {}
    except (ValueError, TypeError, KeyError, RecursionError):
        return refused
    if not isinstance(query, str) or not isinstance(variables, dict):
        return refused
    result = graphql_sync(SCHEMA, query, Root(claims), variable_values=variables, operation_name=asked.get("operationName"))
    errors = {} if not result.errors else {"errors": [shown(error) for error in result.errors]}
    return 200, {"data": result.data, **errors, "extensions": {"statements": 1}}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        length = int(self.headers.get("content-length", 0))
        body = self.rfile.read(length)
        if len(body) < length:
            return
        status, payload = answer(self.headers.get("authorization"), body)
        text = json.dumps(payload).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json; charset=utf-8")
        self.send_header("content-length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    request_queue_size = 128

    def handle_error(self, request, client_address):
        """A caller that left is nobody's fault."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


server = Server(("127.0.0.1", 0), Handler)
print(server.server_address[1], flush=True)
server.serve_forever()
