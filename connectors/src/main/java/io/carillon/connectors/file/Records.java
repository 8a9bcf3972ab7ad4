package io.carillon.connectors.file;

import java.io.IOException;
import java.util.Optional;

/** Reads one record after the other. */
interface Records {
    /** Empty at the end. */
    Optional<Entry> next() throws IOException;
}
