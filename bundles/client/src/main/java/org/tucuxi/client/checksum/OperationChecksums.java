package org.tucuxi.client.checksum;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.Shape;
import org.tucuxi.model.ShapeType;

/**
 * What an operation's model says of checksums: the traits {@code httpChecksum} and {@code httpChecksumRequired}.
 *
 * @param algorithmMember the parameter that names the algorithm of the request, or null
 * @param algorithmHeader the header that this parameter becomes, or null
 * @param isRequired whether the service refuses a request without checksum
 * @param modeMember the parameter that asks the service for a checksum of the response, or null
 * @param candidates by which the response may be checked, the preferred one first
 * @param hasStreamingInput whether the checksum may follow the body
 */
public record OperationChecksums(String algorithmMember, String algorithmHeader, boolean isRequired, String modeMember,
        List<ChecksumAlgorithm> candidates, boolean hasStreamingInput) {

    /** Of an operation that has nothing to do with checksums. */
    private static final OperationChecksums NONE = new OperationChecksums(null, null, false, null, List.of(), false);
    private static final String TRAIT = "httpChecksum";
    private static final String MODE_MEMBER = "requestValidationModeMember";

    /** The reference's order: what is fastest by a native library comes first. */
    private static final List<ChecksumAlgorithm> PRIORITY = List.of(ChecksumAlgorithm.XXHASH128, ChecksumAlgorithm.XXHASH3,
            ChecksumAlgorithm.CRC64NVME, ChecksumAlgorithm.XXHASH64, ChecksumAlgorithm.CRC32C, ChecksumAlgorithm.CRC32,
            ChecksumAlgorithm.SHA1, ChecksumAlgorithm.SHA256, ChecksumAlgorithm.SHA512);

    /**
     * Reads the traits of an operation.
     *
     * @param operation the operation
     * @return what they say
     */
    public static OperationChecksums of(OperationModel operation) {
        Map<String, Object> trait = operation.map(TRAIT);
        boolean isRequired = operation.flag("httpChecksumRequired")
                || Boolean.TRUE.equals(trait.get("requestChecksumRequired"));
        if (trait.isEmpty() && !isRequired) {
            return NONE;
        }
        String member = text(trait, "requestAlgorithmMember");
        return new OperationChecksums(member, header(operation, member), isRequired, text(trait, MODE_MEMBER),
                candidates(trait.get("responseAlgorithms")), operation.hasStreamingInput());
    }

    /** Whether a request of the operation may get a checksum at all. */
    boolean concernsRequests() {
        return isRequired || algorithmMember != null;
    }

    /** The parameter that asks for a checksum of the response, or null. */
    static String modeMember(OperationModel operation) {
        return text(operation.map(TRAIT), MODE_MEMBER);
    }

    private static String text(Map<String, Object> trait, String key) {
        return trait.get(key) instanceof String text ? text : null;
    }

    private static String header(OperationModel operation, String member) {
        if (member == null || operation.input() == null || operation.input().type() != ShapeType.STRUCTURE) {
            return null;
        }
        Shape shape = operation.input().members().get(member);
        return shape == null ? null : shape.locationName();
    }

    private static List<ChecksumAlgorithm> candidates(Object names) {
        List<ChecksumAlgorithm> result = new ArrayList<>();
        if (names instanceof List<?> list) {
            for (ChecksumAlgorithm algorithm : PRIORITY) {
                if (list.stream().anyMatch(name -> algorithm.id().equals(String.valueOf(name).toLowerCase(Locale.ROOT)))) {
                    result.add(algorithm);
                }
            }
        }
        return List.copyOf(result);
    }
}
