package org.tucuxi.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.endpoints.Function.WrongArgument;

/** What each function returns; the expected values are those of botocore. */
class FunctionsTest {

    private final Functions functions = new Functions(Partitions.bundled());

    private Object call(String name, Object... arguments) throws WrongArgument {
        return functions.find(name).body().apply(arguments);
    }

    @Test
    void isSetTellsWhetherThereIsAValue() throws WrongArgument {
        assertThat(call("isSet", "")).isEqualTo(true);
        assertThat(call("isSet", false)).isEqualTo(true);
        assertThat(call("isSet", (Object) null)).isEqualTo(false);
    }

    @Test
    void notHoldsForFalseNothingAndEmptyValues() throws WrongArgument {
        assertThat(call("not", true)).isEqualTo(false);
        assertThat(call("not", "a")).isEqualTo(false);
        assertThat(call("not", false)).isEqualTo(true);
        assertThat(call("not", (Object) null)).isEqualTo(true);
        assertThat(call("not", "")).isEqualTo(true);
        assertThat(call("not", List.of())).isEqualTo(true);
    }

    @Test
    void equalityIsForValuesOfTheRightTypeOnly() throws WrongArgument {
        assertThat(call("booleanEquals", true, true)).isEqualTo(true);
        assertThat(call("booleanEquals", true, false)).isEqualTo(false);
        assertThat(call("stringEquals", "a", "a")).isEqualTo(true);
        assertThat(call("stringEquals", "a", "A")).isEqualTo(false);
        assertThatThrownBy(() -> call("booleanEquals", "true", true)).hasMessage("wants a boolean, not String");
        assertThatThrownBy(() -> call("stringEquals", "a", null)).hasMessage("wants a string, not nothing");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "abcdef, 0, 2, false, ab",
        "abcdef, 1, 3, false, bc",
        "abcdef, 0, 2, true, ef",
        "abcdef, 1, 3, true, de",
        "abcdef, 0, 6, false, abcdef",
        "abcdef, 0, 7, false, -",
        "abcdef, 2, 2, false, -",
        "abcdef, 3, 2, false, -",
        "äbcdef, 1, 2, false, -"})
    void substringCountsFromEitherEnd(String text, int start, int stop, boolean reverse, String expected)
            throws WrongArgument {
        assertThat(call("substring", text, start, stop, reverse)).isEqualTo(expected);
    }

    @Test
    void uriEncodeKeepsUnreservedCharactersOnly() throws WrongArgument {
        assertThat(call("uriEncode", "azAZ09-._~")).isEqualTo("azAZ09-._~");
        assertThat(call("uriEncode", "a b/c%é€")).isEqualTo("a%20b%2Fc%25%C3%A9%E2%82%AC");
        assertThat(call("uriEncode", (Object) null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A-1", "0", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void lettersDigitsAndInnerHyphensMakeAHostLabel(String label) throws WrongArgument {
        assertThat(call("isValidHostLabel", label, false)).isEqualTo(true);
        assertThat(call("isValidHostLabel", label + "." + label, false)).isEqualTo(false);
        assertThat(call("isValidHostLabel", label + "." + label, true)).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "a_b", "ä", "a\n", "a..b", ".a", "a.",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void nothingElseMakesAHostLabel(String label) throws WrongArgument {
        assertThat(call("isValidHostLabel", label, false)).isEqualTo(false);
        assertThat(call("isValidHostLabel", label, true)).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my-bucket", "abc", "123"})
    void bucketsThatAreHostLabelsCanBeHosted(String bucket) throws WrongArgument {
        assertThat(call("aws.isVirtualHostableS3Bucket", bucket, false)).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "My-bucket", "192.168.0.1", "a_bc", "-abc"})
    void otherBucketsCannot(String bucket) throws WrongArgument {
        assertThat(call("aws.isVirtualHostableS3Bucket", bucket, true)).isEqualTo(false);
    }

    @Test
    void bucketsWithDotsCanBeHostedWhereSubdomainsAreAllowed() throws WrongArgument {
        assertThat(call("aws.isVirtualHostableS3Bucket", "a.b.c", true)).isEqualTo(true);
        assertThat(call("aws.isVirtualHostableS3Bucket", "a.b.c", false)).isEqualTo(false);
        assertThat(call("aws.isVirtualHostableS3Bucket", null, false)).isEqualTo(false);
    }

    @ParameterizedTest
    @CsvSource({
        "us-west-2, aws", "ap-new-7, aws", "cn-north-1, aws-cn", "us-gov-east-1, aws-us-gov", "us-iso-east-1, aws-iso",
        "eu-isoe-west-1, aws-iso-e", "eusc-de-east-1, aws-eusc", "aws-cn-global, aws-cn", "nowhere, aws", ", aws"})
    void everyRegionHasAPartition(String region, String partition) throws WrongArgument {
        assertThat(((Attributes) call("aws.partition", region)).attribute("name")).isEqualTo(partition);
    }

    @Test
    void aPartitionTellsItsOutputs() throws WrongArgument {
        Attributes partition = (Attributes) call("aws.partition", "cn-north-1");

        assertThat(partition.attribute("dnsSuffix")).isEqualTo("amazonaws.com.cn");
        assertThat(partition.attribute("dualStackDnsSuffix")).isEqualTo("api.amazonwebservices.com.cn");
        assertThat(partition.attribute("implicitGlobalRegion")).isEqualTo("cn-northwest-1");
        assertThat(partition.attribute("supportsFIPS")).isEqualTo(true);
        assertThat(partition.attribute("supportsDualStack")).isEqualTo(true);
        assertThat(partition.attribute("colour")).isNull();
    }

    @Test
    void anArnFallsIntoItsParts() throws WrongArgument {
        assertThat(call("aws.parseArn", "arn:aws:s3:us-west-2:123456789012:accesspoint/a:b"))
                .isEqualTo(new ParsedArn("aws", "s3", "us-west-2", "123456789012", List.of("accesspoint", "a", "b")));
        assertThat(call("aws.parseArn", "arn:aws:s3:::x"))
                .isEqualTo(new ParsedArn("aws", "s3", "", "", List.of("x")));
        assertThat(call("aws.parseArn", "arn:aws:s3:r:1:a:/b"))
                .isEqualTo(new ParsedArn("aws", "s3", "r", "1", List.of("a", "", "b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "arn", "ARN:aws:s3:::x", "arn:aws:s3::", "arn::s3:::x", "arn:aws::::x",
        "arn:aws:s3:r:1:"})
    void whatLacksAPartIsNoArn(String text) throws WrongArgument {
        assertThat(call("aws.parseArn", text)).isNull();
    }
}
