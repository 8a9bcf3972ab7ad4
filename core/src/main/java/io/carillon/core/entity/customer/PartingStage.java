package io.carillon.core.entity.customer;

/** How far an un-merge is with one of its customers. Until it is done, no marketing to them. */
public enum PartingStage {
    /** What happened since the merge is being read; nothing has changed yet. */
    READING,
    /** They are two; rows are on their way to whom they belong to, and nothing is counted or judged before. */
    MOVING,
    /** All rows are there: what they did is counted again, and then their segments are judged. */
    JUDGING
}
