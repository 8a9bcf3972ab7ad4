package io.carillon.core.content.liquid;

/** How to go on after a node. */
enum Flow {
    NEXT,
    /** Leave the loop around; outside of a loop, the template. */
    BREAK,
    /** On to the loop's next turn. */
    CONTINUE,
    /** Nothing more is rendered: the template aborted. */
    STOP
}
