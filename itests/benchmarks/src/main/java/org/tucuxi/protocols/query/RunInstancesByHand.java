package org.tucuxi.protocols.query;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** RunInstances as one would write its form by hand, for the parameters of the benchmark. */
public final class RunInstancesByHand {

    private static final byte[] START = "Action=RunInstances&Version=2016-11-15".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] IMAGE_ID = name("ImageId");
    private static final byte[] INSTANCE_TYPE = name("InstanceType");
    private static final byte[] MIN_COUNT = name("MinCount");
    private static final byte[] MAX_COUNT = name("MaxCount");
    private static final byte[] KEY_NAME = name("KeyName");
    private static final byte[] SUBNET_ID = name("SubnetId");
    private static final byte[] SECURITY_GROUP_ID = name("SecurityGroupId");
    private static final byte[] USER_DATA = name("UserData");
    private static final byte[] CLIENT_TOKEN = name("ClientToken");
    private static final byte[] EBS_OPTIMIZED = name("EbsOptimized");
    private static final byte[] MONITORING = name("Monitoring");
    private static final byte[] ENABLED = name("Enabled");
    private static final byte[] PROFILE = name("IamInstanceProfile");
    private static final byte[] NAME = name("Name");
    private static final byte[] METADATA_OPTIONS = name("MetadataOptions");
    private static final byte[] HTTP_TOKENS = name("HttpTokens");
    private static final byte[] HOP_LIMIT = name("HttpPutResponseHopLimit");
    private static final byte[] HTTP_ENDPOINT = name("HttpEndpoint");
    private static final byte[] BLOCK_DEVICE_MAPPING = name("BlockDeviceMapping");
    private static final byte[] DEVICE_NAME = name("DeviceName");
    private static final byte[] EBS = name("Ebs");
    private static final byte[] VOLUME_SIZE = name("VolumeSize");
    private static final byte[] VOLUME_TYPE = name("VolumeType");
    private static final byte[] ENCRYPTED = name("Encrypted");
    private static final byte[] DELETE_ON_TERMINATION = name("DeleteOnTermination");
    private static final byte[] TAG_SPECIFICATION = name("TagSpecification");
    private static final byte[] RESOURCE_TYPE = name("ResourceType");
    private static final byte[] TAG = name("Tag");
    private static final byte[] KEY = name("Key");
    private static final byte[] VALUE = name("Value");

    private RunInstancesByHand() {
    }

    private static byte[] name(String name) {
        return FormWriter.encode(name);
    }

    /** Writes a request. */
    public static byte[] write(Map<String, Object> run) {
        FormWriter out = new FormWriter(START, 4096);
        field(out, IMAGE_ID, run, "ImageId");
        field(out, INSTANCE_TYPE, run, "InstanceType");
        field(out, MIN_COUNT, run, "MinCount");
        field(out, MAX_COUNT, run, "MaxCount");
        field(out, KEY_NAME, run, "KeyName");
        field(out, SUBNET_ID, run, "SubnetId");
        out.enter(SECURITY_GROUP_ID);
        int mark = out.mark();
        int index = 0;
        for (Object group : (List<?>) run.get("SecurityGroupIds")) {
            out.enter(++index);
            out.field((String) group);
            out.leave(mark);
        }
        out.leave(0);
        field(out, USER_DATA, run, "UserData");
        field(out, CLIENT_TOKEN, run, "ClientToken");
        field(out, EBS_OPTIMIZED, run, "EbsOptimized");
        out.enter(MONITORING);
        field(out, ENABLED, (Map<?, ?>) run.get("Monitoring"), "Enabled");
        out.leave(0);
        out.enter(PROFILE);
        field(out, NAME, (Map<?, ?>) run.get("IamInstanceProfile"), "Name");
        out.leave(0);
        out.enter(METADATA_OPTIONS);
        Map<?, ?> options = (Map<?, ?>) run.get("MetadataOptions");
        field(out, HTTP_TOKENS, options, "HttpTokens");
        field(out, HOP_LIMIT, options, "HttpPutResponseHopLimit");
        field(out, HTTP_ENDPOINT, options, "HttpEndpoint");
        out.leave(0);
        devices(out, (List<?>) run.get("BlockDeviceMappings"));
        tagSpecifications(out, (List<?>) run.get("TagSpecifications"));
        return out.toBytes();
    }

    private static void devices(FormWriter out, List<?> devices) {
        out.enter(BLOCK_DEVICE_MAPPING);
        int mark = out.mark();
        for (int i = 0; i < devices.size(); i++) {
            out.enter(i + 1);
            Map<?, ?> device = (Map<?, ?>) devices.get(i);
            field(out, DEVICE_NAME, device, "DeviceName");
            Map<?, ?> ebs = (Map<?, ?>) device.get("Ebs");
            out.enter(EBS);
            field(out, VOLUME_SIZE, ebs, "VolumeSize");
            field(out, VOLUME_TYPE, ebs, "VolumeType");
            field(out, ENCRYPTED, ebs, "Encrypted");
            field(out, DELETE_ON_TERMINATION, ebs, "DeleteOnTermination");
            out.leave(mark);
        }
        out.leave(0);
    }

    private static void tagSpecifications(FormWriter out, List<?> specifications) {
        out.enter(TAG_SPECIFICATION);
        int mark = out.mark();
        for (int i = 0; i < specifications.size(); i++) {
            out.enter(i + 1);
            Map<?, ?> specification = (Map<?, ?>) specifications.get(i);
            field(out, RESOURCE_TYPE, specification, "ResourceType");
            out.enter(TAG);
            int inner = out.mark();
            List<?> tags = (List<?>) specification.get("Tags");
            for (int j = 0; j < tags.size(); j++) {
                out.enter(j + 1);
                Map<?, ?> tag = (Map<?, ?>) tags.get(j);
                field(out, KEY, tag, "Key");
                field(out, VALUE, tag, "Value");
                out.leave(inner);
            }
            out.leave(mark);
        }
        out.leave(0);
    }

    private static void field(FormWriter out, byte[] name, Map<?, ?> from, String key) {
        Object value = from.get(key);
        if (value != null) {
            int mark = out.mark();
            out.enter(name);
            out.field(value.toString());
            out.leave(mark);
        }
    }
}
