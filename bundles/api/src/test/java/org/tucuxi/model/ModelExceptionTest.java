package org.tucuxi.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelExceptionTest {

    @Test
    void whateverAModelCallsThingsTheMessageIsOneLineOfSomeLength() {
        assertThat(new ModelException("Shape a\r\nb\u001b[31m is strange")).hasMessage("Shape a??b?[31m is strange");
        assertThat(new ModelException("Shape é€😀 is fine")).hasMessage("Shape é€😀 is fine");
        assertThat(new ModelException("x".repeat(1_000_000), new IllegalStateException()).getMessage())
                .hasSizeLessThan(2000).endsWith("x…");
    }
}
