package io.carillon.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemplateCheckTest {
    @Test
    void aTemplateThatCanBeParsedHasNoFault() {
        assertThat(TemplateCheck.LIQUID.check("Hello {{ customer.firstName | upcase }}"))
                .isEmpty();
    }

    @Test
    void theFaultOfATemplateNamesItsPlace() {
        var fault = TemplateCheck.LIQUID.check("Hello\n  {{ name | upcas }}").orElseThrow();

        assertThat(fault.line()).isEqualTo(2);
        assertThat(fault.column()).isEqualTo(13);
        assertThat(fault.message()).contains("upcas");
    }
}
