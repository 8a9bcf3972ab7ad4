package io.carillon.server.workspace;

import io.carillon.core.content.liquid.Template;
import io.carillon.core.content.liquid.TemplateException;
import io.carillon.core.definition.TemplateCheck;
import java.util.Optional;

/** Parses templates with the engine that will render them. */
enum LiquidCheck implements TemplateCheck {
    LIQUID;

    @Override
    public Optional<Fault> check(String source) {
        try {
            Template.parse(source);
            return Optional.empty();
        } catch (TemplateException e) {
            return Optional.of(new Fault(e.line(), e.column(), e.problem()));
        }
    }
}
