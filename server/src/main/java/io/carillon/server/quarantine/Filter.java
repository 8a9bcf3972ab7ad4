package io.carillon.server.quarantine;

import io.carillon.core.entity.quarantine.QuarantineRow;
import io.carillon.core.entity.quarantine.QuarantinedCall.Status;
import java.util.Optional;

/** Which calls are meant; what is empty lets all pass. */
public record Filter(Optional<String> source, Optional<String> reason, Optional<Status> status) {
    boolean accepts(QuarantineRow row) {
        return source.filter(it -> !it.equals(row.source())).isEmpty()
                && reason.filter(it -> !row.reasons().contains(it)).isEmpty()
                && status.filter(it -> it != row.status()).isEmpty();
    }
}
