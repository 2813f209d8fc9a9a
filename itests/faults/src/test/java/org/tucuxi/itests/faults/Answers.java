package org.tucuxi.itests.faults;

/** What a call ends with that is not repeated. */
final class Answers {

    private Answers() {
    }

    /** Whether the attempt has no response: of a streamed body, only the head has to come. */
    static boolean isFailure(Target target, Fault fault) {
        return switch (fault.kind()) {
            case RESET, CLOSE, BAD_LENGTH, GARBAGE, STALL -> true;
            case RESET_IN_BODY, SHORT_BODY -> !target.isStreamed();
            default -> false;
        };
    }

    /** Whether the protocol cannot make anything of the body. Redirects have none, which some take. */
    static boolean isUnreadable(Target target, Fault fault) {
        return switch (fault.kind()) {
            case TRUNCATED_GZIP -> !target.isStreamed();
            case REDIRECT_LOOP -> target.protocol().equals("query") || target.protocol().equals("ec2");
            default -> false;
        };
    }

    static String ending(Target target, Fault fault) {
        return switch (fault.kind()) {
            case OK, TRICKLE, TRUNCATED_GZIP -> "ok";
            // A stream is checked when its end is read, which is after the call.
            case WRONG_CHECKSUM -> target.isStreamed() ? "ok, broken body" : "ok";
            case WRONG_CRC32 -> target.service().equals("dynamodb") ? "crc32" : "ok";
            case ANSWER, REDIRECT_LOOP -> "error " + fault.status() + (fault.code() == null ? "" : " " + fault.code());
            case RESET, CLOSE, BAD_LENGTH, GARBAGE -> "connection closed";
            case RESET_IN_BODY, SHORT_BODY -> target.isStreamed() ? "ok, broken body" : "connection closed";
            case STALL -> "read timeout";
        };
    }
}
