package org.tucuxi.protocols.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.protocols.TestModel;
import org.tucuxi.protocols.result.StructureLayout;
import org.tucuxi.protocols.result.StructureMap;
import org.tucuxi.protocols.value.ValueFault;

class CborReaderTest {

    private static final TestModel MODEL = TestModel.of("""
            {'metadata': {'targetPrefix': 'T'}, 'operations': {'Op': {'output': {'shape': 'Out'}}}, 'shapes': {
              'S': {'type': 'string'}, 'I': {'type': 'integer'}, 'D': {'type': 'double'}, 'B': {'type': 'boolean'},
              'T': {'type': 'timestamp'}, 'Blob': {'type': 'blob'}, 'BI': {'type': 'biginteger'},
              'BD': {'type': 'bigdecimal'}, 'E': {'type': 'string', 'enum': ['A', 'B']},
              'L': {'type': 'list', 'member': {'shape': 'Out'}}, 'M': {'type': 'map', 'key': {'shape': 'S'},
                'value': {'shape': 'L'}},
              'Out': {'type': 'structure', 'members': {'s': {'shape': 'S'}, 'i': {'shape': 'I'}, 'd': {'shape': 'D'},
                'b': {'shape': 'B'}, 't': {'shape': 'T'}, 'x': {'shape': 'Blob'}, 'y': {'shape': 'BI'},
                'z': {'shape': 'BD'}, 'e': {'shape': 'E'}, 'l': {'shape': 'L'}, 'm': {'shape': 'M'},
                'o': {'shape': 'Out'}}}}}
            """);
    private static final CborFormat FORMAT = new CborFormat(MODEL.operation("Op"));
    private static final StructureLayout LAYOUT =
            new StructureLayout(MODEL.operation("Op").output().members().keySet());
    private static final CborFormat.Filler FILLER = FORMAT.fill(MODEL.operation("Op").output(), LAYOUT);

    private static CborReader reader(String hex) {
        return new CborReader(Hex.bytes(hex));
    }

    private static void skipAll(byte[] document) {
        CborReader in = new CborReader(document);
        in.skip();
        in.end();
    }

    private static Map<String, Object> read(byte[] document) {
        StructureMap target = new StructureMap(LAYOUT);
        FILLER.read(document, target);
        return target;
    }

    /** A document of one structure whose member, known or not, begins as given. */
    private static byte[] member(String name, byte[] value) {
        byte[] document = Arrays.copyOf(new byte[] {(byte) 0xa1, 0x61, (byte) name.charAt(0)}, 3 + value.length);
        System.arraycopy(value, 0, document, 3, value.length);
        return document;
    }

    private static byte[] repeated(String hex, int times) {
        return Hex.bytes(hex.repeat(times));
    }

    /** Everything that RFC 8949 shows in its appendix A, and some more. */
    @ParameterizedTest
    @ValueSource(strings = {"00", "1bffffffffffffffff", "c249010000000000000000", "3bffffffffffffffff", "f90000",
            "fa47c35000", "fb7e37e43c8800759c", "f4", "f7", "f0", "f8ff", "d74401020304", "d818456449455446", "40",
            "6449455446", "8301820203820405", "a201020304", "826161a161626163", "5f42010243030405ff",
            "7f657374726561646d696e67ff",
            "9fff", "780161", "58020102", "7f790001617800ff", "9f018202039f0405ffff", "83018202039f0405ff",
            "bf61610161629f0203ffff", "826161bf61626163ff",
            "bf6346756ef563416d7421ff", "bf9f019fffffbfffff", "c1c1c1c100", "5fff", "a0", "80"})
    void whatIsWellFormedIsSkippedAsOneItem(String hex) {
        byte[] bytes = Hex.bytes(hex);
        CborReader in = new CborReader(bytes);

        in.skip();

        assertThat(in.position()).isEqualTo(bytes.length);
    }

    /** RFC 8949, appendix F, and what goes beyond the document. */
    @ParameterizedTest
    @ValueSource(strings = {"", "18", "19", "1a", "1b", "1901", "1a0102", "1b01020304050607", "38", "58", "78", "98",
            "9a01ff00", "b8", "d8", "f8", "f900", "fa0000", "fb000000", "41", "61", "5affffffff00",
            "5bffffffffffffffff00",
            "5b7fffffffffffffff010203", "7affffffff00", "7b7fffffffffffffff010203", "81", "818181818181818181", "8200",
            "a1", "a20102", "a100", "a2000000", "c0", "9f", "9f01", "bf", "bf01", "bf0102", "bf010203", "5f4100",
            "7f6100",
            "9f8000", "9f9f9f9fff", "1c", "1d", "1e", "1f", "3c", "3f", "5c", "7d", "9e", "bc", "dc", "df", "fc",
            "fd", "fe",
            "f800", "f818", "f81f", "ff", "81ff", "8200ff", "a1ff", "a1ff00", "a100ff", "a20000ff", "9f81ff",
            "9f829f81ff",
            "bf00ff", "bf000000ff", "5f00ff", "5f6100ff", "5f80ff", "5fc000ff", "5fe0ff", "7f4100ff", "5f5f4100ffff",
            "7f7f6100ffff", "9b8000000000000000", "bb7fffffffffffffff", "9bffffffffffffffff", "c1ff", "5fdfff"})
    void whatIsNotWellFormedIsAFault(String hex) {
        assertThatThrownBy(() -> skipAll(Hex.bytes(hex))).isInstanceOf(ValueFault.class)
                .hasMessageMatching(".*expected .*\\(at byte \\d+\\)");
    }

    @ParameterizedTest
    @CsvSource({"5bffffffffffffffff,x", "5b7fffffffffffffff,x", "5affffffff,x", "5a7fffffff,x", "7b8000000000000000,s",
            "7a7fffffff,s", "9b7fffffffffffffff,l", "9a7fffffff,l", "bb7fffffffffffffff,m", "ba7fffffff,m",
            "bb4000000000000000,o",
            "5f5a7fffffff,x", "7f5a7fffffff,s", "7f7a7fffffff,s", "c25a7fffffff,y", "9a00000002,l", "7a7fffffff,e"})
    void aLengthIsBelievedOnlyAsFarAsThereAreBytes(String head, String member) {
        assertThatThrownBy(() -> read(member(member, Hex.bytes(head + "00")))).isInstanceOf(ValueFault.class)
                .satisfies(fault -> assertThat(((ValueFault) fault).path()).startsWith(member));
    }

    @ParameterizedTest
    @CsvSource({"s,ff", "l,9f81", "m,bf6161ff", "o,bf6173ff", "m,a16161ff", "o,ff", "i,1c", "s,7c", "x,5c", "l,9c",
            "m,bd",
            "t,c1", "t,dc", "t,df", "d,fc", "d,f8", "d,f814", "b,f8f5", "b,00", "b,e0", "s,6180", "s,61ff", "s,62c080",
            "s,63eda080", "s,64f4908080", "e,61c3", "m,a161ff80", "m,a10080", "o,a10000", "s,7f61c3ff",
            "i,fb3ff8000000000000",
            "i,fb43e0000000000000", "i,1b8000000000000000", "i,f97e00", "i,f6f6", "x,6161", "s,4161", "s,f5", "d,6131"})
    void whatAShapeCannotBeIsAFaultWithItsPlace(String member, String hex) {
        assertThatThrownBy(() -> read(member(member, Hex.bytes(hex)))).isInstanceOf(ValueFault.class)
                .hasMessageMatching("expected .*\\(at byte \\d+\\)");
    }

    @Test
    void textWithAReplacementCharacterOfItsOwnIsText() {
        assertThat(read(member("s", Hex.bytes("63efbfbd")))).containsEntry("s", "\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"81", "9f", "a100", "bf00", "c1", "d818"})
    void nestingIsBoundedWhenSkipped(String hex) {
        assertThatThrownBy(() -> skipAll(repeated(hex, 100_000))).isInstanceOf(ValueFault.class)
                .hasMessageContaining("500 levels of nesting");
    }

    @Test
    void nestingIsBoundedWhenRead() {
        assertThatThrownBy(() -> read(repeated("a1616f", 100_000))).hasMessageContaining("500 levels of nesting");
        assertThatThrownBy(() -> read(repeated("a1616c81", 100_000))).hasMessageContaining("500 levels of nesting");
        assertThatThrownBy(() -> read(repeated("bf616dbf616b9f", 100_000))).hasMessageContaining("500 levels");
    }

    @Test
    void fourHundredLevelsAreRead() {
        byte[] document = Hex.bytes("a1616f".repeat(400) + "a0");

        assertThat(read(document)).containsKey("o");
    }

    @Test
    void readingAndSkippingShareTheBound() {
        byte[] deep = Hex.bytes("a1616f".repeat(400) + "a1613f" + "81".repeat(101) + "00");

        assertThatThrownBy(() -> read(deep)).hasMessageContaining("500 levels of nesting");
    }

    /** Each level claims as many items as there are bytes; that must not be believed five hundred times. */
    @Test
    void claimsOfManyLevelsCostLittle() {
        byte[] document = new byte[8 << 20];
        byte[] head = Hex.bytes("a1616c9a00700000");
        for (int i = 0; i < 240; i++) {
            System.arraycopy(head, 0, document, i * head.length, head.length);
        }

        assertThatThrownBy(() -> read(document)).isInstanceOf(ValueFault.class);
    }

    @Test
    void integersAreReadToTheirBounds() {
        assertThat(reader("1b7fffffffffffffff").readLong()).isEqualTo(Long.MAX_VALUE);
        assertThat(reader("3b7fffffffffffffff").readLong()).isEqualTo(Long.MIN_VALUE);
        assertThat(reader("fbc3e0000000000000").readLong()).isEqualTo(Long.MIN_VALUE);
        assertThatThrownBy(() -> reader("3b8000000000000000").readLong()).hasMessageContaining("64 bits");
    }

    /** Seeded, so that what it finds can be found again. */
    @Test
    void noDocumentDoesWorseThanAFault() {
        Random random = new Random(42);
        byte[] valid = Hex.bytes("a9 6173 63616263 6169 187b 6164 fb3ff8000000000000 6174 c1fb41d4d7fbf3800000"
                + "6178 43010203 6162 f5 6165 6141 616c 9f a1 6173 6178 ff 616d a1 616b 81 a0");
        int read = 0;
        long end = System.nanoTime() + 800_000_000L;
        for (int i = 0; i < 20_000 || i < 200_000 && System.nanoTime() < end; i++) {
            byte[] document = i % 2 == 0 ? mutated(valid, random) : generated(random);
            read += survives(document) ? 1 : 0;
        }
        assertThat(read).isPositive();
    }

    private static boolean survives(byte[] document) {
        boolean isWellFormed = isWellFormed(document);
        try {
            read(document);
        } catch (ValueFault fault) {
            assertThat(fault.getMessage()).startsWith("expected");
            return false;
        }
        assertThat(isWellFormed).as(Hex.of(document)).isTrue();
        return true;
    }

    private static boolean isWellFormed(byte[] document) {
        try {
            skipAll(document);
            return true;
        } catch (ValueFault fault) {
            return false;
        }
    }

    private static byte[] mutated(byte[] valid, Random random) {
        byte[] copy = Arrays.copyOf(valid, random.nextInt(8) == 0 ? random.nextInt(valid.length) + 1 : valid.length);
        for (int i = random.nextInt(4); i > 0; i--) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
    }

    /** Bytes that are heads more often than chance has it. */
    private static byte[] generated(Random random) {
        byte[] heads = Hex.bytes("a1bf61 6c 6d 6f 73 78 81 9f ff c1 5f 7f f6 fb 1b 9b bb 5b 7b 00");
        byte[] document = new byte[1 + random.nextInt(40)];
        document[0] = (byte) (random.nextBoolean() ? 0xbf : 0xa2);
        for (int i = 1; i < document.length; i++) {
            document[i] = random.nextInt(4) > 0 ? heads[random.nextInt(heads.length)] : (byte) random.nextInt(256);
        }
        return document;
    }
}
