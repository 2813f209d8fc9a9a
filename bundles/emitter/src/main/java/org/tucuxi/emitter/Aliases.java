package org.tucuxi.emitter;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The alias table of the reference (botocore/utils.py, EVENT_ALIASES): older names of services, and the part that
 * stands for them in event names. The first alias in table order that applies is used, and at most one.
 *
 * <p>The table is indexed, so that a look-up costs a few hash look-ups and not a scan; slots remember the outcome.
 */
final class Aliases {

    private static final String[][] TABLE = {
            {"api.mediatailor", "mediatailor"},
            {"api.pricing", "pricing"},
            {"api.sagemaker", "sagemaker"},
            {"apigateway", "api-gateway"},
            {"application-autoscaling", "application-auto-scaling"},
            {"appstream2", "appstream"},
            {"autoscaling", "auto-scaling"},
            {"autoscaling-plans", "auto-scaling-plans"},
            {"ce", "cost-explorer"},
            {"cloudhsmv2", "cloudhsm-v2"},
            {"cloudsearchdomain", "cloudsearch-domain"},
            {"cognito-idp", "cognito-identity-provider"},
            {"config", "config-service"},
            {"cur", "cost-and-usage-report-service"},
            {"data.iot", "iot-data-plane"},
            {"data.jobs.iot", "iot-jobs-data-plane"},
            {"data.mediastore", "mediastore-data"},
            {"datapipeline", "data-pipeline"},
            {"devicefarm", "device-farm"},
            {"directconnect", "direct-connect"},
            {"discovery", "application-discovery-service"},
            {"dms", "database-migration-service"},
            {"ds", "directory-service"},
            {"dynamodbstreams", "dynamodb-streams"},
            {"elasticbeanstalk", "elastic-beanstalk"},
            {"elasticfilesystem", "efs"},
            {"elasticloadbalancing", "elastic-load-balancing"},
            {"elasticmapreduce", "emr"},
            {"elb", "elastic-load-balancing"},
            {"elbv2", "elastic-load-balancing-v2"},
            {"email", "ses"},
            {"entitlement.marketplace", "marketplace-entitlement-service"},
            {"es", "elasticsearch-service"},
            {"events", "eventbridge"},
            {"cloudwatch-events", "eventbridge"},
            {"iot-data", "iot-data-plane"},
            {"iot-jobs-data", "iot-jobs-data-plane"},
            {"kinesisanalytics", "kinesis-analytics"},
            {"kinesisvideo", "kinesis-video"},
            {"lex-models", "lex-model-building-service"},
            {"lex-runtime", "lex-runtime-service"},
            {"logs", "cloudwatch-logs"},
            {"machinelearning", "machine-learning"},
            {"marketplace-entitlement", "marketplace-entitlement-service"},
            {"marketplacecommerceanalytics", "marketplace-commerce-analytics"},
            {"metering.marketplace", "marketplace-metering"},
            {"meteringmarketplace", "marketplace-metering"},
            {"mgh", "migration-hub"},
            {"models.lex", "lex-model-building-service"},
            {"monitoring", "cloudwatch"},
            {"mturk-requester", "mturk"},
            {"resourcegroupstaggingapi", "resource-groups-tagging-api"},
            {"route53", "route-53"},
            {"route53domains", "route-53-domains"},
            {"runtime.lex", "lex-runtime-service"},
            {"runtime.sagemaker", "sagemaker-runtime"},
            {"sdb", "simpledb"},
            {"secretsmanager", "secrets-manager"},
            {"serverlessrepo", "serverlessapplicationrepository"},
            {"servicecatalog", "service-catalog"},
            {"states", "sfn"},
            {"stepfunctions", "sfn"},
            {"storagegateway", "storage-gateway"},
            {"streams.dynamodb", "dynamodb-streams"},
            {"tagging", "resource-groups-tagging-api"},
    };

    /** Position in the table of every key without a dot. */
    private static final Map<String, Integer> SINGLE = new HashMap<>();
    /** Positions in the table of the keys with a dot. */
    private static final int[] DOTTED;

    static {
        int[] dotted = new int[TABLE.length];
        int count = 0;
        for (int i = 0; i < TABLE.length; i++) {
            if (TABLE[i][0].indexOf('.') < 0) {
                SINGLE.put(TABLE[i][0], i);
            } else {
                dotted[count++] = i;
            }
        }
        DOTTED = Arrays.copyOf(dotted, count);
    }

    private Aliases() {
    }

    /**
     * The name under which an event is emitted or a handler registered.
     *
     * @return the same string when no alias applies
     */
    static String apply(String name) {
        String[] parts = Names.parts(name);
        int applies = TABLE.length;
        for (String part : parts) {
            applies = Math.min(applies, SINGLE.getOrDefault(part, TABLE.length));
        }
        for (int i : DOTTED) {
            // Any substring counts here, aligned to parts or not: the scan ends either way.
            if (i < applies && name.contains(TABLE[i][0])) {
                applies = i;
            }
        }
        return applies == TABLE.length ? name : replaced(name, parts, TABLE[applies]);
    }

    private static String replaced(String name, String[] parts, String[] alias) {
        String[] old = Names.parts(alias[0]);
        for (int i = 0; i + old.length <= parts.length; i++) {
            if (Arrays.equals(parts, i, i + old.length, old, 0, old.length)) {
                return joined(parts, i, alias[1], i + old.length);
            }
        }
        return name;
    }

    private static String joined(String[] parts, int until, String part, int from) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < until; i++) {
            name.append(parts[i]).append('.');
        }
        name.append(part);
        for (int i = from; i < parts.length; i++) {
            name.append('.').append(parts[i]);
        }
        return name.toString();
    }
}
