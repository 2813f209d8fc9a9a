"""Records what botocore's stubber does: record_stubber.py reference-stubber.json"""
import datetime
import json
import sys

import botocore
from botocore.session import Session
from botocore.stub import Stubber, ANY
from botocore.config import Config
A={"$any":True}
def dec(v):
    if isinstance(v,dict):
        if "$any" in v: return ANY
        if "$bytes" in v: return v["$bytes"].encode()
        if "$time" in v: return datetime.datetime.fromisoformat(v["$time"])
        return {k:dec(x) for k,x in v.items()}
    if isinstance(v,list): return [dec(x) for x in v]
    return v
def enc(v):
    if isinstance(v,dict): return {k:enc(x) for k,x in v.items()}
    if isinstance(v,(list,tuple)): return [enc(x) for x in v]
    if isinstance(v,datetime.datetime): return {"$time":v.isoformat()}
    if isinstance(v,bytes): return {"$bytes":v.decode()}
    return v
S=[]
def case(name, service, *steps): S.append({"name":name,"service":service,"steps":[list(s) for s in steps]})
on=("activate",)
def R(op,resp,exp=None): return ("response",op,resp,exp)
def E(op,**kw): return ("error",op,kw)
def C(op,**p): return ("call",op,p)
pend=("pending",); off=("deactivate",)
lb={"Buckets":[{"Name":"a"},{"Name":"b"}],"Owner":{"DisplayName":"me","ID":"1"}}
case("an answer is given once","s3",on,R("list_buckets",lb),C("list_buckets"),pend,C("list_buckets"))
case("answers are given in their order","s3",on,R("list_buckets",{"Buckets":[]}),R("list_buckets",lb),C("list_buckets"),C("list_buckets"),pend)
case("pending answers are an error","s3",on,R("list_buckets",{}),R("list_buckets",{}),pend,C("list_buckets"),pend,C("list_buckets"),pend)
case("no answer queued","s3",on,C("list_buckets"))
case("another operation","s3",on,R("list_buckets",{}),C("head_bucket",Bucket="b"),pend,C("list_buckets"),pend)
case("unknown method","s3",on,R("list_bukets",{}))
case("unknown output member","s3",on,R("list_buckets",{"Bucketz":[]}),pend)
case("wrong output type","s3",on,R("list_buckets",{"Buckets":"a"}),pend)
case("wrong nested output type","s3",on,R("list_buckets",{"Buckets":[{"Name":1}]}),pend)
case("several problems","s3",on,R("list_buckets",{"Buckets":[{"Name":1}],"Owner":[]}),pend)
case("response metadata is let through","s3",on,R("list_buckets",{"Buckets":[],"ResponseMetadata":{"HTTPStatusCode":200,"RequestId":"r"}}),C("list_buckets"))
case("an operation without output takes metadata","s3",on,R("delete_bucket",{"ResponseMetadata":{"HTTPStatusCode":204}}),C("delete_bucket",Bucket="b"))
case("an operation without output takes nothing else","s3",on,R("delete_bucket",{"Foo":1}),pend)
case("an operation without output and an empty answer","s3",on,R("delete_bucket",{}),C("delete_bucket",Bucket="b"))
case("expected parameters","s3",on,R("head_bucket",{},{"Bucket":"b"}),C("head_bucket",Bucket="b"),pend)
case("another value","s3",on,R("head_bucket",{},{"Bucket":"b"}),C("head_bucket",Bucket="c"),pend,C("head_bucket",Bucket="b"),pend)
case("a parameter too many","s3",on,R("head_bucket",{},{"Bucket":"b"}),C("head_bucket",Bucket="b",ExpectedBucketOwner="1"))
case("a parameter too few","s3",on,R("head_bucket",{},{"Bucket":"b","ExpectedBucketOwner":"1"}),C("head_bucket",Bucket="b"))
case("none expected","s3",on,R("head_bucket",{},{}),C("head_bucket",Bucket="b"))
case("any value","s3",on,R("head_bucket",{},{"Bucket":A}),C("head_bucket",Bucket="b"))
case("any value, deep in a list","s3",on,R("delete_objects",{},{"Bucket":"b","Delete":{"Objects":[{"Key":A},{"Key":"y"}]}}),C("delete_objects",Bucket="b",Delete={"Objects":[{"Key":"x"},{"Key":"y"}]}))
case("any value, but another beside it","s3",on,R("delete_objects",{},{"Bucket":"b","Delete":{"Objects":[{"Key":A},{"Key":"y"}]}}),C("delete_objects",Bucket="b",Delete={"Objects":[{"Key":"x"},{"Key":"z"}]}))
case("any value must be there","s3",on,R("head_bucket",{},{"Bucket":"b","ExpectedBucketOwner":A}),C("head_bucket",Bucket="b"))
case("numbers by value","s3",on,R("list_objects_v2",{},{"Bucket":"b","MaxKeys":5}),C("list_objects_v2",Bucket="b",MaxKeys=5))
case("automatic parameters are not compared","s3",on,R("list_objects_v2",{"Contents":[{"Key":"a b"}]},{"Bucket":"b"}),C("list_objects_v2",Bucket="b"))
case("invalid parameters leave the answer","s3",on,R("head_bucket",{}),C("head_bucket"),pend,C("head_bucket",Bucket="b"),pend)
case("bytes by content","s3",on,R("put_object",{"ETag":"e"},{"Bucket":"b","Key":"k","Body":{"$bytes":"x"}}),C("put_object",Bucket="b",Key="k",Body={"$bytes":"x"}))
case("other bytes","s3",on,R("put_object",{"ETag":"e"},{"Bucket":"b","Key":"k","Body":{"$bytes":"x"}}),C("put_object",Bucket="b",Key="k",Body={"$bytes":"y"}))
case("an error","s3",on,E("head_bucket",service_error_code="NoSuchBucket",service_message="gone",http_status_code=404),C("head_bucket",Bucket="b"),pend)
case("an error with nothing","s3",on,E("head_bucket"),C("head_bucket",Bucket="b"))
case("an error with more","s3",on,E("get_object",service_error_code="NoSuchKey",service_message="m",http_status_code=404,service_error_meta={"Key":"k"},response_meta={"RequestId":"r"}),C("get_object",Bucket="b",Key="k"))
case("an error with expected parameters","s3",on,E("get_object",service_error_code="NoSuchKey",expected_params={"Bucket":"b","Key":"k"}),C("get_object",Bucket="b",Key="l"),C("get_object",Bucket="b",Key="k"))
case("an error with modelled fields","s3",on,E("get_object",service_error_code="InvalidObjectState",modeled_fields={"StorageClass":"GLACIER","AccessTier":"ARCHIVE_ACCESS"}),C("get_object",Bucket="b",Key="k"))
case("an error with a field that is not modelled","s3",on,E("get_object",service_error_code="InvalidObjectState",modeled_fields={"Storage":"GLACIER"}),pend)
case("an error with modelled fields of an unknown code","s3",on,E("get_object",service_error_code="Nothing",modeled_fields={"A":"b"}),pend)
case("an error with a status that is none","s3",on,E("list_buckets",service_error_code="X",http_status_code=200),C("list_buckets"))
case("an error for another operation","s3",on,E("get_object",service_error_code="NoSuchKey"),C("list_buckets"))
case("activating twice","s3",on,on,R("list_buckets",{}),C("list_buckets"),pend)
case("the queue outlives deactivation","s3",on,R("list_buckets",{}),off,pend,on,C("list_buckets"),pend)
case("queued before it is active","s3",R("list_buckets",lb),on,C("list_buckets"),pend)
case("times","s3",on,R("list_buckets",{"Buckets":[{"Name":"a","CreationDate":{"$time":"2020-01-02T03:04:05+00:00"}}]}),C("list_buckets"))
case("another service","sts",on,R("get_caller_identity",{"Account":"1","Arn":"a","UserId":"u"},{}),C("get_caller_identity"),pend)
case("required members may be missing from an answer that is no input","sts",on,R("assume_role",{"Credentials":{"AccessKeyId":"A"}}),pend)
case("a modelled error","sts",on,E("assume_role",service_error_code="MalformedPolicyDocument",service_message="bad"),C("assume_role",RoleArn="arn:aws:iam::123456789012:role/r",RoleSessionName="se"))
KW=["service_error_code","service_message","http_status_code","service_error_meta","expected_params","response_meta","modeled_fields"]
for c in S:
    ses=Session(); ses.set_credentials("a","b")
    cl=ses.create_client(c["service"],region_name="eu-central-1"); st=Stubber(cl); out=[]
    for s in c["steps"]:
        k=s[0]
        try:
            r=None
            if k=="activate": st.activate()
            elif k=="deactivate": st.deactivate()
            elif k=="response": st.add_response(s[1],dec(s[2]),dec(s[3]) if s[3] is not None else None)
            elif k=="error":
                kw={a:dec(b) for a,b in s[2].items()}; st.add_client_error(s[1],**kw)
            elif k=="pending": st.assert_no_pending_responses()
            elif k=="call": r=enc(getattr(cl,s[1])(**dec(s[2])))
            out.append({"result":r})
        except (Exception,AssertionError) as e:
            o={"error":type(e).__name__ if not isinstance(e,botocore.exceptions.ClientError) else "ClientError","class":type(e).__name__,"message":str(e)}
            if isinstance(e,botocore.exceptions.ClientError): o["response"]=enc(e.response)
            out.append(o)
    c["outcomes"]=out
json.dump({"botocore":botocore.__version__,"cases":S},open(sys.argv[1],"w"),indent=1)
