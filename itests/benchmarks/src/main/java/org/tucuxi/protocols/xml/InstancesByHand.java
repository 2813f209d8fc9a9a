package org.tucuxi.protocols.xml;

import static org.tucuxi.protocols.xml.XmlByHand.index;
import static org.tucuxi.protocols.xml.XmlByHand.list;
import static org.tucuxi.protocols.xml.XmlByHand.names;
import static org.tucuxi.protocols.xml.XmlByHand.number;
import static org.tucuxi.protocols.xml.XmlByHand.text;
import static org.tucuxi.protocols.xml.XmlByHand.time;
import static org.tucuxi.protocols.xml.XmlByHand.truth;

import java.util.LinkedHashMap;
import java.util.Map;

/** DescribeInstances as one would write its parser by hand, for the members that the benchmark's document has. */
public final class InstancesByHand {

    private static final byte[][] RESULT = names("reservationSet");
    private static final byte[][] RESERVATION = names("reservationId", "ownerId", "groupSet", "instancesSet");
    private static final byte[][] INSTANCE = names("instanceId", "imageId", "instanceState", "privateDnsName",
            "dnsName", "reason", "keyName", "amiLaunchIndex", "productCodes", "instanceType", "launchTime",
            "placement", "monitoring", "subnetId", "vpcId", "privateIpAddress", "ipAddress", "sourceDestCheck",
            "groupSet", "architecture", "rootDeviceType", "rootDeviceName", "blockDeviceMapping",
            "virtualizationType", "clientToken", "tagSet", "hypervisor", "networkInterfaceSet", "iamInstanceProfile",
            "ebsOptimized", "enaSupport", "cpuOptions", "capacityReservationSpecification", "hibernationOptions",
            "enclaveOptions", "metadataOptions", "platformDetails", "usageOperation", "privateDnsNameOptions",
            "maintenanceOptions", "bootMode", "currentInstanceBootMode", "operator");
    private static final byte[][] INSTANCE_STATE = names("code", "name");
    private static final byte[][] PLACEMENT = names("availabilityZone", "availabilityZoneId", "groupName", "tenancy");
    private static final byte[][] MONITORING = names("state");
    private static final byte[][] GROUP_IDENTIFIER = names("groupId", "groupName");
    private static final byte[][] INSTANCE_BLOCK_DEVICE_MAPPING = names("deviceName", "ebs");
    private static final byte[][] EBS = names("volumeId", "status", "attachTime", "deleteOnTermination");
    private static final byte[][] TAG = names("key", "value");
    private static final byte[][] NETWORK_INTERFACE = names("networkInterfaceId", "subnetId", "vpcId", "description",
            "ownerId", "status", "macAddress", "privateIpAddress", "privateDnsName", "sourceDestCheck", "groupSet",
            "attachment", "association", "privateIpAddressesSet", "ipv6AddressesSet", "interfaceType");
    private static final byte[][] NETWORK_INTERFACE_ATTACHMENT = names("attachmentId", "deviceIndex", "status",
            "attachTime", "deleteOnTermination", "networkCardIndex");
    private static final byte[][] NETWORK_INTERFACE_ASSOCIATION = names("publicIp", "publicDnsName", "ipOwnerId");
    private static final byte[][] INSTANCE_PRIVATE_IP_ADDRESS = names("privateIpAddress", "privateDnsName", "primary",
            "association");
    private static final byte[][] IAM_INSTANCE_PROFILE = names("arn", "id");
    private static final byte[][] CPU_OPTIONS = names("coreCount", "threadsPerCore");
    private static final byte[][] CAPACITY_RESERVATION_SPECIFICATION = names("capacityReservationPreference");
    private static final byte[][] HIBERNATION_OPTIONS = names("configured");
    private static final byte[][] ENCLAVE_OPTIONS = names("enabled");
    private static final byte[][] INSTANCE_METADATA_OPTIONS = names("state", "httpTokens", "httpPutResponseHopLimit",
            "httpEndpoint", "httpProtocolIpv6", "instanceMetadataTags");
    private static final byte[][] PRIVATE_DNS_NAME_OPTIONS = names("hostnameType", "enableResourceNameDnsARecord",
            "enableResourceNameDnsAAAARecord");
    private static final byte[][] INSTANCE_MAINTENANCE_OPTIONS = names("autoRecovery", "rebootMigration");
    private static final byte[][] OPERATOR = names("managed");

    private InstancesByHand() {
    }

    /** Reads a response; its metadata are left out. */
    public static Map<String, Object> parse(byte[] document) {
        XmlReader in = new XmlReader(document);
        in.next();
        Map<String, Object> result = read(in);
        in.next();
        return result;
    }

    private static Map<String, Object> read(XmlReader in) {
        Map<String, Object> map = new LinkedHashMap<>();
        int next = 0;
        while (in.toChild()) {
            int index = index(in, RESULT, next);
            next = index + 1;
            switch (index) {
                case 0 -> map.put("Reservations", list(in, InstancesByHand::reservation));
                default -> in.skipElement();
            }
        }
        return map;
    }

    private static Map<String, Object> reservation(XmlReader in) {
        Map<String, Object> map = new LinkedHashMap<>();
        int next = 0;
        while (in.toChild()) {
            int index = index(in, RESERVATION, next);
            next = index + 1;
            switch (index) {
                case 0 -> map.put("ReservationId", text(in));
                case 1 -> map.put("OwnerId", text(in));
                case 2 -> map.put("Groups", list(in, InstancesByHand::groupIdentifier));
                case 3 -> map.put("Instances", list(in, InstancesByHand::instance));
                default -> in.skipElement();
            }
        }
        return map;
    }

    private static Map<String, Object> instance(XmlReader in) {
        Map<String, Object> map = new LinkedHashMap<>(64);
        int next = 0;
        while (in.toChild()) {
            int index = index(in, INSTANCE, next);
            next = index + 1;
            switch (index) {
                case 0 -> map.put("InstanceId", text(in));
                case 1 -> map.put("ImageId", text(in));
                case 2 -> map.put("State", instanceState(in));
                case 3 -> map.put("PrivateDnsName", text(in));
                case 4 -> map.put("PublicDnsName", text(in));
                case 5 -> map.put("StateTransitionReason", text(in));
                case 6 -> map.put("KeyName", text(in));
                case 7 -> map.put("AmiLaunchIndex", number(in));
                case 8 -> map.put("ProductCodes", list(in, XmlByHand::text));
                case 9 -> map.put("InstanceType", text(in));
                case 10 -> map.put("LaunchTime", time(in));
                case 11 -> map.put("Placement", placement(in));
                case 12 -> map.put("Monitoring", monitoring(in));
                case 13 -> map.put("SubnetId", text(in));
                case 14 -> map.put("VpcId", text(in));
                case 15 -> map.put("PrivateIpAddress", text(in));
                case 16 -> map.put("PublicIpAddress", text(in));
                case 17 -> map.put("SourceDestCheck", truth(in));
                case 18 -> map.put("SecurityGroups", list(in, InstancesByHand::groupIdentifier));
                case 19 -> map.put("Architecture", text(in));
                case 20 -> map.put("RootDeviceType", text(in));
                case 21 -> map.put("RootDeviceName", text(in));
                case 22 -> map.put("BlockDeviceMappings", list(in, InstancesByHand::instanceBlockDeviceMapping));
                case 23 -> map.put("VirtualizationType", text(in));
                case 24 -> map.put("ClientToken", text(in));
                case 25 -> map.put("Tags", list(in, InstancesByHand::tag));
                case 26 -> map.put("Hypervisor", text(in));
                case 27 -> map.put("NetworkInterfaces", list(in, InstancesByHand::networkInterface));
                case 28 -> map.put("IamInstanceProfile", iamInstanceProfile(in));
                case 29 -> map.put("EbsOptimized", truth(in));
                case 30 -> map.put("EnaSupport", truth(in));
                case 31 -> map.put("CpuOptions", cpuOptions(in));
                case 32 -> map.put("CapacityReservationSpecification", capacityReservationSpecification(in));
                case 33 -> map.put("HibernationOptions", hibernationOptions(in));
                case 34 -> map.put("EnclaveOptions", enclaveOptions(in));
                case 35 -> map.put("MetadataOptions", instanceMetadataOptions(in));
                case 36 -> map.put("PlatformDetails", text(in));
                case 37 -> map.put("UsageOperation", text(in));
                case 38 -> map.put("PrivateDnsNameOptions", privateDnsNameOptions(in));
                case 39 -> map.put("MaintenanceOptions", instanceMaintenanceOptions(in));
                case 40 -> map.put("BootMode", text(in));
                case 41 -> map.put("CurrentInstanceBootMode", text(in));
                case 42 -> map.put("Operator", operator(in));
                default -> in.skipElement();
            }
        }
        return map;
    }

    private static Map<String, Object> instanceState(XmlReader in) {
        Map<String, Object> map = new LinkedHashMap<>();
        int next = 0;
        while (in.toChild()) {
            int index = index(in, INSTANCE_STATE, next);
            next = index + 1;
            switch (index) {
                case 0 -> map.put("Code", number(in));
                case 1 -> map.put("Name", text(in));
                default -> in.skipElement();
            }
        }
        return map;
    }

    private static Map<String, Object> placement(XmlReader in) {
        Map<String, Object> map = new LinkedHashMap<>();
        int next = 0;
        while (in.toChild()) {
            int index = index(in, PLACEMENT, next);
            next = index + 1;
            switch (index) {
                case 0 -> map.put("AvailabilityZone", text(in));
                case 1 -> map.put("AvailabilityZoneId", text(in));
                case 2 -> map.put("GroupName", text(in));
                case 3 -> map.put("Tenancy", text(in));
                default -> in.skipElement();
            }
        }
        return map;
    }

    private static Map<String, Object> monitoring(XmlReader in) {
        Map<String, Object> map = new LinkedHashMap<>();
        int next = 0;
        while (in.toChild()) {
            int index = index(in, MONITORING, next);
            next = index + 1;
            switch (index) {
                case 0 -> map.put("State", text(in));
                default -> in.skipElement();
            }
        }
        return map;
    }

    private static Map<String, Object> groupIdentifier(XmlReader in) {
        Map<String, Object> map = new LinkedHashMap<>();
        int next = 0;
        while (in.toChild()) {
            int index = index(in, GROUP_IDENTIFIER, next);
            next = index + 1;
            switch (index) {
                case 0 -> map.put("GroupId", text(in));
                case 1 -> map.put("GroupName", text(in));
                default -> in.skipElement();
            }
        }
        return map;
    }

    private static Map<String, Object> instanceBlockDeviceMapping(XmlReader in) {
        Map<String, Object> map = new LinkedHashMap<>();
        int next = 0;
        while (in.toChild()) {
            int index = index(in, INSTANCE_BLOCK_DEVICE_MAPPING, next);
            next = index + 1;
            switch (index) {
                case 0 -> map.put("DeviceName", text(in));
                case 1 -> map.put("Ebs", ebs(in));
                default -> in.skipElement();
            }
        }
        return map;
    }

    private static Map<String, Object> ebs(XmlReader in) {
        Map<String, Object> map = new LinkedHashMap<>();
        int next = 0;
        while (in.toChild()) {
            int index = index(in, EBS, next);
            next = index + 1;
            switch (index) {
                case 0 -> map.put("VolumeId", text(in));
                case 1 -> map.put("Status", text(in));
                case 2 -> map.put("AttachTime", time(in));
                case 3 -> map.put("DeleteOnTermination", truth(in));
                default -> in.skipElement();
            }
        }
        return map;
    }

    private static Map<String, Object> tag(XmlReader in) {
        Map<String, Object> map = new LinkedHashMap<>();
        int next = 0;
        while (in.toChild()) {
            int index = index(in, TAG, next);
            next = index + 1;
            switch (index) {
                case 0 -> map.put("Key", text(in));
                case 1 -> map.put("Value", text(in));
                default -> in.skipElement();
            }
        }
        return map;
    }

    private static Map<String, Object> networkInterface(XmlReader in) {
        Map<String, Object> map = new LinkedHashMap<>(32);
        int next = 0;
        while (in.toChild()) {
            int index = index(in, NETWORK_INTERFACE, next);
            next = index + 1;
            switch (index) {
                case 0 -> map.put("NetworkInterfaceId", text(in));
                case 1 -> map.put("SubnetId", text(in));
                case 2 -> map.put("VpcId", text(in));
                case 3 -> map.put("Description", text(in));
                case 4 -> map.put("OwnerId", text(in));
                case 5 -> map.put("Status", text(in));
                case 6 -> map.put("MacAddress", text(in));
                case 7 -> map.put("PrivateIpAddress", text(in));
                case 8 -> map.put("PrivateDnsName", text(in));
                case 9 -> map.put("SourceDestCheck", truth(in));
                case 10 -> map.put("Groups", list(in, InstancesByHand::groupIdentifier));
                case 11 -> map.put("Attachment", networkInterfaceAttachment(in));
                case 12 -> map.put("Association", networkInterfaceAssociation(in));
                case 13 -> map.put("PrivateIpAddresses", list(in, InstancesByHand::instancePrivateIpAddress));
                case 14 -> map.put("Ipv6Addresses", list(in, XmlByHand::text));
                case 15 -> map.put("InterfaceType", text(in));
                default -> in.skipElement();
            }
        }
        return map;
    }

    private static Map<String, Object> networkInterfaceAttachment(XmlReader in) {
        Map<String, Object> map = new LinkedHashMap<>();
        int next = 0;
        while (in.toChild()) {
            int index = index(in, NETWORK_INTERFACE_ATTACHMENT, next);
            next = index + 1;
            switch (index) {
                case 0 -> map.put("AttachmentId", text(in));
                case 1 -> map.put("DeviceIndex", number(in));
                case 2 -> map.put("Status", text(in));
                case 3 -> map.put("AttachTime", time(in));
                case 4 -> map.put("DeleteOnTermination", truth(in));
                case 5 -> map.put("NetworkCardIndex", number(in));
                default -> in.skipElement();
            }
        }
        return map;
    }

    private static Map<String, Object> networkInterfaceAssociation(XmlReader in) {
        Map<String, Object> map = new LinkedHashMap<>();
        int next = 0;
        while (in.toChild()) {
            int index = index(in, NETWORK_INTERFACE_ASSOCIATION, next);
            next = index + 1;
            switch (index) {
                case 0 -> map.put("PublicIp", text(in));
                case 1 -> map.put("PublicDnsName", text(in));
                case 2 -> map.put("IpOwnerId", text(in));
                default -> in.skipElement();
            }
        }
        return map;
    }

    private static Map<String, Object> instancePrivateIpAddress(XmlReader in) {
        Map<String, Object> map = new LinkedHashMap<>();
        int next = 0;
        while (in.toChild()) {
            int index = index(in, INSTANCE_PRIVATE_IP_ADDRESS, next);
            next = index + 1;
            switch (index) {
                case 0 -> map.put("PrivateIpAddress", text(in));
                case 1 -> map.put("PrivateDnsName", text(in));
                case 2 -> map.put("Primary", truth(in));
                case 3 -> map.put("Association", networkInterfaceAssociation(in));
                default -> in.skipElement();
            }
        }
        return map;
    }

    private static Map<String, Object> iamInstanceProfile(XmlReader in) {
        Map<String, Object> map = new LinkedHashMap<>();
        int next = 0;
        while (in.toChild()) {
            int index = index(in, IAM_INSTANCE_PROFILE, next);
            next = index + 1;
            switch (index) {
                case 0 -> map.put("Arn", text(in));
                case 1 -> map.put("Id", text(in));
                default -> in.skipElement();
            }
        }
        return map;
    }

    private static Map<String, Object> cpuOptions(XmlReader in) {
        Map<String, Object> map = new LinkedHashMap<>();
        int next = 0;
        while (in.toChild()) {
            int index = index(in, CPU_OPTIONS, next);
            next = index + 1;
            switch (index) {
                case 0 -> map.put("CoreCount", number(in));
                case 1 -> map.put("ThreadsPerCore", number(in));
                default -> in.skipElement();
            }
        }
        return map;
    }

    private static Map<String, Object> capacityReservationSpecification(XmlReader in) {
        Map<String, Object> map = new LinkedHashMap<>();
        int next = 0;
        while (in.toChild()) {
            int index = index(in, CAPACITY_RESERVATION_SPECIFICATION, next);
            next = index + 1;
            switch (index) {
                case 0 -> map.put("CapacityReservationPreference", text(in));
                default -> in.skipElement();
            }
        }
        return map;
    }

    private static Map<String, Object> hibernationOptions(XmlReader in) {
        Map<String, Object> map = new LinkedHashMap<>();
        int next = 0;
        while (in.toChild()) {
            int index = index(in, HIBERNATION_OPTIONS, next);
            next = index + 1;
            switch (index) {
                case 0 -> map.put("Configured", truth(in));
                default -> in.skipElement();
            }
        }
        return map;
    }

    private static Map<String, Object> enclaveOptions(XmlReader in) {
        Map<String, Object> map = new LinkedHashMap<>();
        int next = 0;
        while (in.toChild()) {
            int index = index(in, ENCLAVE_OPTIONS, next);
            next = index + 1;
            switch (index) {
                case 0 -> map.put("Enabled", truth(in));
                default -> in.skipElement();
            }
        }
        return map;
    }

    private static Map<String, Object> instanceMetadataOptions(XmlReader in) {
        Map<String, Object> map = new LinkedHashMap<>();
        int next = 0;
        while (in.toChild()) {
            int index = index(in, INSTANCE_METADATA_OPTIONS, next);
            next = index + 1;
            switch (index) {
                case 0 -> map.put("State", text(in));
                case 1 -> map.put("HttpTokens", text(in));
                case 2 -> map.put("HttpPutResponseHopLimit", number(in));
                case 3 -> map.put("HttpEndpoint", text(in));
                case 4 -> map.put("HttpProtocolIpv6", text(in));
                case 5 -> map.put("InstanceMetadataTags", text(in));
                default -> in.skipElement();
            }
        }
        return map;
    }

    private static Map<String, Object> privateDnsNameOptions(XmlReader in) {
        Map<String, Object> map = new LinkedHashMap<>();
        int next = 0;
        while (in.toChild()) {
            int index = index(in, PRIVATE_DNS_NAME_OPTIONS, next);
            next = index + 1;
            switch (index) {
                case 0 -> map.put("HostnameType", text(in));
                case 1 -> map.put("EnableResourceNameDnsARecord", truth(in));
                case 2 -> map.put("EnableResourceNameDnsAAAARecord", truth(in));
                default -> in.skipElement();
            }
        }
        return map;
    }

    private static Map<String, Object> instanceMaintenanceOptions(XmlReader in) {
        Map<String, Object> map = new LinkedHashMap<>();
        int next = 0;
        while (in.toChild()) {
            int index = index(in, INSTANCE_MAINTENANCE_OPTIONS, next);
            next = index + 1;
            switch (index) {
                case 0 -> map.put("AutoRecovery", text(in));
                case 1 -> map.put("RebootMigration", text(in));
                default -> in.skipElement();
            }
        }
        return map;
    }

    private static Map<String, Object> operator(XmlReader in) {
        Map<String, Object> map = new LinkedHashMap<>();
        int next = 0;
        while (in.toChild()) {
            int index = index(in, OPERATOR, next);
            next = index + 1;
            switch (index) {
                case 0 -> map.put("Managed", truth(in));
                default -> in.skipElement();
            }
        }
        return map;
    }
}
