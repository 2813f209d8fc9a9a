package org.tucuxi.protocols.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tucuxi.protocols.value.ValueFault;

class FrameWriterTest {

    private final FrameWriter out = new FrameWriter();

    private byte[] written() {
        return Arrays.copyOf(out.data(), out.size());
    }

    @Test
    void framesAreWhatTheSpecificationSays() {
        int start = out.begin();
        out.text(Names.ascii("a"), Names.ascii("grün"));
        out.bytes(Names.ascii("b"), new byte[] {1, -1});
        out.truth(Names.ascii("t"), true);
        out.truth(Names.ascii("f"), false);
        out.integer(Names.ascii("i"), -2);
        out.longInteger(Names.ascii("l"), 5_000_000_000L);
        out.timestamp(Names.ascii("d"), -1L);
        out.endHeaders(start);
        out.payload("payload".getBytes(StandardCharsets.UTF_8));
        out.end(start);

        assertThat(written()).isEqualTo(Frames.frame().text("a", "grün")
                .header("b", 6, (byte) 0, (byte) 2, (byte) 1, (byte) -1).header("t", 0).header("f", 1)
                .header("i", 4, (byte) -1, (byte) -1, (byte) -1, (byte) -2)
                .header("l", 5, (byte) 0, (byte) 0, (byte) 0, (byte) 1, (byte) 0x2a, (byte) 5, (byte) -14, (byte) 0)
                .header("d", 8, (byte) -1, (byte) -1, (byte) -1, (byte) -1, (byte) -1, (byte) -1, (byte) -1, (byte) -1)
                .payload("payload").bytes());
    }

    @Test
    void aFrameMayBeThePayloadOfAnother() {
        int outer = out.begin();
        out.text(Names.ascii("o"), Names.ascii("1"));
        out.endHeaders(outer);
        int inner = out.begin();
        out.endHeaders(inner);
        out.payload(new byte[] {7});
        out.end(inner);
        out.end(outer);

        byte[] payload = Frames.frame().payload(new byte[] {7}).bytes();
        assertThat(written()).isEqualTo(Frames.frame().text("o", "1").payload(payload).bytes());
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThatThrownBy(() -> out.text(Names.ascii("a"), new byte[65_536])).isInstanceOf(ValueFault.class)
                .hasMessageContaining("65535");
        assertThatThrownBy(() -> out.payload(new byte[25_165_825])).isInstanceOf(ValueFault.class)
                .hasMessageContaining("25165824");
        int start = out.begin();
        out.bytes(Names.ascii("a"), new byte[65_535]);
        out.bytes(Names.ascii("b"), new byte[65_535]);
        assertThatThrownBy(() -> out.endHeaders(start)).isInstanceOf(ValueFault.class).hasMessageContaining("131072");
    }

    @Test
    void roomForAnUnusualFrameIsNotKept() {
        int start = out.begin();
        out.endHeaders(start);
        out.payload(new byte[5 << 20]);
        out.end(start);

        out.clear();

        assertThat(out.data().length).isLessThan(1 << 20);
    }
}
