package io.carillon.server.imports;

import io.carillon.core.host.Reply;

/** Answers where nobody is asked. */
enum DryRun implements Reply {
    /** It would have been. */
    TAKEN
}
