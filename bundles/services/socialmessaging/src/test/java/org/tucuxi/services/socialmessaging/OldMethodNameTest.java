package org.tucuxi.services.socialmessaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.services.shared.testing.ServiceEvents;

class OldMethodNameTest {

    private static final ServiceEvents SOCIALMESSAGING = ServiceEvents.of("socialmessaging");

    @ParameterizedTest
    @CsvSource({"delete_whatsapp_media_message, delete_whatsapp_message_media"})
    void namesTheMethodThatTheClientHas(String old, String current) {
        assertThat(new OldMethodName().handle(SOCIALMESSAGING.attribute(old))).isEqualTo(current);
        assertThat(SOCIALMESSAGING.model().methodToOperation()).containsKey(current).doesNotContainKey(old);
    }
}
