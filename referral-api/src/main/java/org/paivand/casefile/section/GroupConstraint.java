package org.paivand.casefile.section;

/** Whether a group may be parted. */
public enum GroupConstraint implements Listed {
    NONE,
    KEEP_TOGETHER,
    KEEP_APART
}
