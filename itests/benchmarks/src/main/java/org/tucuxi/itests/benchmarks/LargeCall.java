package org.tucuxi.itests.benchmarks;

import java.util.Map;

/** A call that is measured whole: what is asked for, and what comes back. */
public enum LargeCall {
    LIST_OBJECTS("s3", "ListObjectsV2", Parameters.listObjects(), Answers.objects()),
    DESCRIBE_INSTANCES("ec2", "DescribeInstances", Parameters.describeInstances(), Answers.instances()),
    QUERY("dynamodb", "Query", Parameters.query(), Answers.items()),
    GET_METRIC_DATA("cloudwatch", "GetMetricData", Parameters.metricData(), Answers.metricsInJson(), Answers.metrics()),
    PUT_ITEM("dynamodb", "PutItem", Parameters.putItem(), Answers.put()),
    RUN_INSTANCES("ec2", "RunInstances", Parameters.runInstances(), Answers.instance());

    final String service;
    final String operation;
    final Map<String, Object> parameters;
    final Answer answer;
    /** The same in the protocol that the peer chooses. */
    final Answer peerAnswer;

    LargeCall(String service, String operation, Map<String, Object> parameters, Answer answer) {
        this(service, operation, parameters, answer, answer);
    }

    LargeCall(String service, String operation, Map<String, Object> parameters, Answer answer, Answer peerAnswer) {
        this.service = service;
        this.operation = operation;
        this.parameters = parameters;
        this.answer = answer;
        this.peerAnswer = peerAnswer;
    }
}
