/** The evidence bundle (FORMAT.md §5): one zip that an auditor takes away and checks without whoever made it. */
@org.jspecify.annotations.NullMarked
package org.paivand.audit.bundle;
