package io.carillon.core.definition;

import io.carillon.core.audit.judge.Severity;
import java.util.List;

/**
 * Who is told when the data get worse.
 *
 * @param alertTo e-mail addresses, at most {@value #ADDRESSES_MAX}; nobody when there are none
 * @param severity what matters less is told to nobody
 */
public record AuditRules(List<String> alertTo, Severity severity) {
    public static final AuditRules NONE = new AuditRules(List.of(), Severity.HIGH);
    public static final int ADDRESSES_MAX = 20;

    public AuditRules {
        alertTo = List.copyOf(alertTo);
    }
}
