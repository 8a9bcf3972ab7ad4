package io.carillon.linkage;

import java.util.List;

/**
 * Two records that are probably of one person, and why.
 *
 * @param one id of a record
 * @param other id of a record, after it in their order
 * @param probability that both are of one person, judged by these two records alone
 * @param bits what all evidence together says, over and above how frequent pairs of one person are
 * @param isAccepted whether both are in one group; a pair may be in one for what others of it say
 * @param evidence the strongest first, whichever way
 */
public record LinkedPair(
        String one, String other, double probability, double bits, boolean isAccepted, List<Evidence> evidence) {
    public LinkedPair {
        evidence = List.copyOf(evidence);
    }
}
