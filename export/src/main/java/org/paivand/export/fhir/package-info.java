/** FHIR R4 AuditEvent, after IHE's Basic Audit Log Patterns where one of them fits. */
@NullMarked
package org.paivand.export.fhir;

import org.jspecify.annotations.NullMarked;
