package org.tucuxi.config.internal;

import java.util.Locale;
import java.util.Map;

/**
 * What environment and profile call a service in the configuration of its endpoint: its service id with underscores. As
 * in the reference it is found by the client's name; the table has the clients whose name differs from it (botocore's
 * utils).
 */
final class EndpointNames {

    private static final Map<String, String> SERVICE_IDS = Map.ofEntries(
            Map.entry("apigateway", "api-gateway"),
            Map.entry("application-autoscaling", "application-auto-scaling"),
            Map.entry("appmesh", "app-mesh"),
            Map.entry("autoscaling", "auto-scaling"),
            Map.entry("autoscaling-plans", "auto-scaling-plans"),
            Map.entry("ce", "cost-explorer"),
            Map.entry("cloudhsmv2", "cloudhsm-v2"),
            Map.entry("cloudsearchdomain", "cloudsearch-domain"),
            Map.entry("cognito-idp", "cognito-identity-provider"),
            Map.entry("config", "config-service"),
            Map.entry("cur", "cost-and-usage-report-service"),
            Map.entry("datapipeline", "data-pipeline"),
            Map.entry("devicefarm", "device-farm"),
            Map.entry("directconnect", "direct-connect"),
            Map.entry("discovery", "application-discovery-service"),
            Map.entry("dms", "database-migration-service"),
            Map.entry("ds", "directory-service"),
            Map.entry("ds-data", "directory-service-data"),
            Map.entry("dynamodbstreams", "dynamodb-streams"),
            Map.entry("elasticbeanstalk", "elastic-beanstalk"),
            Map.entry("elb", "elastic-load-balancing"),
            Map.entry("elbv2", "elastic-load-balancing-v2"),
            Map.entry("es", "elasticsearch-service"),
            Map.entry("events", "eventbridge"),
            Map.entry("globalaccelerator", "global-accelerator"),
            Map.entry("iot-data", "iot-data-plane"),
            Map.entry("iot-jobs-data", "iot-jobs-data-plane"),
            Map.entry("iotwireless", "iot-wireless"),
            Map.entry("kinesisanalytics", "kinesis-analytics"),
            Map.entry("kinesisanalyticsv2", "kinesis-analytics-v2"),
            Map.entry("kinesisvideo", "kinesis-video"),
            Map.entry("lex-models", "lex-model-building-service"),
            Map.entry("lex-runtime", "lex-runtime-service"),
            Map.entry("lexv2-models", "lex-models-v2"),
            Map.entry("lexv2-runtime", "lex-runtime-v2"),
            Map.entry("logs", "cloudwatch-logs"),
            Map.entry("machinelearning", "machine-learning"),
            Map.entry("marketplace-entitlement", "marketplace-entitlement-service"),
            Map.entry("marketplacecommerceanalytics", "marketplace-commerce-analytics"),
            Map.entry("meteringmarketplace", "marketplace-metering"),
            Map.entry("mgh", "migration-hub"),
            Map.entry("resourcegroupstaggingapi", "resource-groups-tagging-api"),
            Map.entry("route53", "route-53"),
            Map.entry("route53domains", "route-53-domains"),
            Map.entry("runtime.sagemaker", "sagemaker-runtime"),
            Map.entry("s3control", "s3-control"),
            Map.entry("sdb", "simpledb"),
            Map.entry("secretsmanager", "secrets-manager"),
            Map.entry("serverlessrepo", "serverlessapplicationrepository"),
            Map.entry("servicecatalog", "service-catalog"),
            Map.entry("servicecatalog-appregistry", "service-catalog-appregistry"),
            Map.entry("sms-voice", "pinpoint-sms-voice"),
            Map.entry("stepfunctions", "sfn"),
            Map.entry("storagegateway", "storage-gateway"));

    private EndpointNames() {
    }

    /**
     * The name.
     *
     * @param clientName the client's name, or null
     * @param serviceId the model's service id: what counts when there is no client's name
     * @return lower case, with underscores
     */
    static String of(String clientName, String serviceId) {
        String name = clientName == null ? serviceId : SERVICE_IDS.getOrDefault(clientName, clientName);
        return name.replace(' ', '_').replace('-', '_').toLowerCase(Locale.ROOT);
    }
}
