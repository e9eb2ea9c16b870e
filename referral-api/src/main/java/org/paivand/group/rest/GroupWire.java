package org.paivand.group.rest;

import java.util.List;
import java.util.UUID;
import org.paivand.group.GroupDesk.Seen;

/** The contract's bodies about cases that belong together. */
public final class GroupWire {
    private GroupWire() {}

    /** The contract's NewCaseGroup. */
    public record NewCaseGroup(String kind, List<NewGroupMember> members) {}

    /** The contract's NewGroupMember. */
    public record NewGroupMember(UUID caseId, String constraint) {}

    /** The contract's CaseGroup. */
    public record CaseGroupView(UUID groupId, String kind, List<GroupMember> members) {
        static CaseGroupView of(Seen seen) {
            return new CaseGroupView(
                    seen.group().id(),
                    seen.group().kind().code(),
                    seen.group().members().stream()
                            .map(member -> new GroupMember(
                                    member.caseId().value(),
                                    member.constraint().code(),
                                    seen.agreed().contains(member.caseId())))
                            .toList());
        }
    }

    /** The contract's GroupMember. */
    public record GroupMember(UUID caseId, String constraint, boolean agreed) {}

    /** The contract's CaseGroupList. */
    public record CaseGroupList(List<CaseGroupView> items) {}
}
