package io.carillon.bench;

/** A part of a run that can be asked for by itself. What the server keeps, and how it starts, is told after each run. */
enum Part {
    BATCHES,
    SINGLES,
    MAIL,
    BEHIND,
    TRIGGERS,
    IMPORT,
    /** How costs grow with people and with time; takes long, and runs only when it is asked for. */
    GROWTH
}
