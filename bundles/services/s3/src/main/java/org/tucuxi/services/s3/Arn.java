package org.tucuxi.services.s3;

import java.util.regex.Pattern;

/** Amazon resource names in the place of a bucket's name. */
final class Arn {

    /** Access points of S3 and of S3 Object Lambda. */
    static final String ACCESS_POINT = "^arn:(aws).*:(s3|s3-object-lambda):[a-z\\-0-9]*:[0-9]{12}:accesspoint[/:]"
            + "[a-zA-Z0-9\\-.]{1,63}$";
    /** Access points of S3 on Outposts. */
    static final String OUTPOST = "^arn:(aws).*:s3-outposts:[a-z\\-0-9]+:[0-9]{12}:outpost[/:]"
            + "[a-zA-Z0-9\\-]{1,63}[/:]accesspoint[/:][a-zA-Z0-9\\-]{1,63}$";

    private static final Pattern BUCKET = Pattern.compile(ACCESS_POINT + '|' + OUTPOST);
    private static final int LONGEST = 2048;
    private static final int PARTS = 6;

    private Arn() {
    }

    /** Whether a text has the six parts of a resource name. */
    static boolean isArn(String text) {
        return text.startsWith("arn:") && text.split(":", PARTS).length == PARTS;
    }

    /** Whether a text is a resource name that S3 takes as a bucket. */
    static boolean isBucketArn(String text) {
        return text.startsWith("arn:") && text.length() <= LONGEST && BUCKET.matcher(text).find();
    }
}
