/**
 * The registry as Open Referral's Human Services Data Specification (HSDS 3.1) has it: tables with rows, and what of them
 * everybody may see. What HSDS has no column for is an attribute, so that nothing is lost on the way out and in.
 */
@NullMarked
package org.paivand.registry.hsds;

import org.jspecify.annotations.NullMarked;
