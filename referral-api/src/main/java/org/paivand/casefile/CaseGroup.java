package org.paivand.casefile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.section.GroupConstraint;

/**
 * Cases of one controller that belong together; known to the controller alone.
 *
 * @param id random, and told to nobody else
 */
public record CaseGroup(UUID id, LinkKind kind, List<Member> members) {
    /** More would be an operation, and not a group. */
    public static final int MOST = 30;

    /**
     * One of the cases.
     *
     * @param constraint towards the others
     */
    public record Member(CaseId caseId, GroupConstraint constraint) {}

    /** @throws IllegalArgumentException if there are fewer than two, too many, or one is there twice */
    public CaseGroup {
        members = List.copyOf(members);
        if (members.size() < 2 || members.size() > MOST) {
            throw new IllegalArgumentException("two cases or more, up to " + MOST);
        }
        if (members.stream().map(Member::caseId).distinct().count() != members.size()) {
            throw new IllegalArgumentException("a case is in a group once");
        }
    }

    public Optional<Member> member(CaseId caseId) {
        return members.stream().filter(member -> member.caseId().equals(caseId)).findFirst();
    }
}
