"""Gets the credentials of the profile as the AWS CLI does: with botocore, and with its cache on disk."""
import os

from botocore.credentials import JSONFileCache
from botocore.session import Session

session = Session()
cache = JSONFileCache(os.path.expanduser(os.path.join("~", ".aws", "cli", "cache")))
session.get_component("credential_provider").get_provider("assume-role").cache = cache
keys = session.get_credentials().get_frozen_credentials()
print(keys.access_key, keys.account_id)
