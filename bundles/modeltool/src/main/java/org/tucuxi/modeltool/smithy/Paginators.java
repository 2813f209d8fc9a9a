package org.tucuxi.modeltool.smithy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.PaginatedIndex;
import software.amazon.smithy.model.knowledge.PaginationInfo;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;

/** The document {@code paginators-1} of a service, from its paginated traits. */
final class Paginators {

    private Paginators() {
    }

    /** The document; null when nothing is paged. */
    static Map<String, Object> of(Model model, ServiceShape service, Iterable<OperationShape> operations) {
        PaginatedIndex index = PaginatedIndex.of(model);
        Map<String, Object> pagination = new TreeMap<>();
        for (OperationShape operation : operations) {
            index.getPaginationInfo(service, operation).flatMap(info -> entry(model, info))
                    .ifPresent(entry -> pagination.put(operation.getId().getName(service), entry));
        }
        return pagination.isEmpty() ? null : Map.of("pagination", pagination);
    }

    private static Optional<Map<String, Object>> entry(Model model, PaginationInfo info) {
        String items = info.getItemsMemberPath().isEmpty() ? onlyList(model, info) : path(info.getItemsMemberPath());
        if (items == null) {
            return Optional.empty();
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("input_token", info.getInputTokenMember().getMemberName());
        entry.put("output_token", path(info.getOutputTokenMemberPath()));
        info.getPageSizeMember().ifPresent(size -> entry.put("limit_key", size.getMemberName()));
        entry.put("result_key", items);
        return Optional.of(entry);
    }

    private static String path(List<MemberShape> members) {
        return members.stream().map(MemberShape::getMemberName).collect(Collectors.joining("."));
    }

    private static String onlyList(Model model, PaginationInfo info) {
        List<String> lists = info.getOutput().members().stream()
                .filter(member -> isCollection(model.expectShape(member.getTarget())))
                .map(MemberShape::getMemberName).toList();
        return lists.size() == 1 ? lists.get(0) : null;
    }

    private static boolean isCollection(Shape shape) {
        return shape.isListShape() || shape.isMapShape();
    }
}
