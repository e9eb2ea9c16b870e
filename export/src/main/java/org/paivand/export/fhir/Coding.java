package org.paivand.export.fhir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.paivand.disclosure.Coded;

/** A code of a code system, with the system's own words for it where they are plain. */
record Coding(String system, String code, String display) {
    private static final String DCM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String LIFECYCLE = "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle";
    private static final String ACT_REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    private static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    private static final String ENTITY_TYPE = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String OBJECT_ROLE = "http://terminology.hl7.org/CodeSystem/object-role";

    static final Coding APPLICATION_ACTIVITY = new Coding(DCM, "110100", "Application Activity");
    static final Coding AUDIT_LOG_USED = new Coding(DCM, "110101", "Audit Log Used");
    static final Coding EXPORT = new Coding(DCM, "110106", "Export");
    static final Coding PATIENT_RECORD = new Coding(DCM, "110110", "Patient Record");
    static final Coding SECURITY_ALERT = new Coding(DCM, "110113", "Security Alert");
    static final Coding EMERGENCY_OVERRIDE = new Coding(DCM, "110127", "Emergency Override Started");
    static final Coding SECURITY_CONFIGURATION = new Coding(DCM, "110129", "Security Configuration");
    static final Coding APPLICATION = new Coding(DCM, "110150", "Application");
    static final Coding DESTINATION = new Coding(DCM, "110152", "Destination Role ID");
    static final Coding SOURCE = new Coding(DCM, "110153", "Source Role ID");

    static final Coding RECIPIENT_USER = new Coding(PARTICIPATION, "IRCP", "information recipient");
    static final Coding PERFORMER = new Coding(PARTICIPATION, "PRF", "performer");
    static final Coding RESPONSIBLE = new Coding(PARTICIPATION, "RESP", "responsible party");
    static final Coding CUSTODIAN = new Coding(PARTICIPATION, "CST", "custodian");
    static final Coding ORGANISATION =
            new Coding("http://terminology.hl7.org/CodeSystem/v3-RoleClass", "PROV", "healthcare provider");
    static final Coding AUTHORISATION_SERVER = new Coding(
            "http://terminology.hl7.org/CodeSystem/extra-security-role-type", "authserver", "authorization server");

    static final Coding PERSON = new Coding(ENTITY_TYPE, "1", "Person");
    static final Coding SYSTEM_OBJECT = new Coding(ENTITY_TYPE, "2", "System Object");
    static final Coding CONSENT = new Coding("http://hl7.org/fhir/resource-types", "Consent", "Consent");
    static final Coding PATIENT_ROLE = new Coding(OBJECT_ROLE, "1", "Patient");
    static final Coding REPORT_ROLE = new Coding(OBJECT_ROLE, "3", "Report");
    static final Coding SECURITY_RESOURCE_ROLE = new Coding(OBJECT_ROLE, "13", "Security Resource");
    static final Coding REPOSITORY_ROLE = new Coding(OBJECT_ROLE, "17", "Data Repository");

    static final Coding APPLICATION_SERVER =
            new Coding("http://terminology.hl7.org/CodeSystem/security-source-type", "4", "Application Server");

    static final Coding AUTHORISED_BY_CONSENT = new Coding(
            "https://profiles.ihe.net/ITI/BALP/CodeSystem/AuthZsubType",
            "AuthZ-Consent",
            "Authorization Decision using Roles and Consent");
    static final Coding AUTHORISED_BY_ROLE = new Coding(
            "https://profiles.ihe.net/ITI/BALP/CodeSystem/AuthZsubType",
            "AuthZ-Role",
            "Authorization Decision using only Roles");
    static final Coding TOKEN =
            new Coding("https://profiles.ihe.net/ITI/BALP/CodeSystem/UserAgentTypes", "UserOauthAgent", "");

    static Coding lifecycle(String code) {
        return new Coding(LIFECYCLE, code, "");
    }

    static Coding reason(String code) {
        return new Coding(ACT_REASON, code, "");
    }

    /** A code of one of our closed lists. */
    static Coding ours(Sid list, Coded code) {
        return ours(list, code.code());
    }

    static Coding ours(Sid list, String code) {
        return new Coding(list.uri(), code, "");
    }

    ObjectNode json() {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("system", system).put("code", code);
        if (!display.isEmpty()) {
            node.put("display", display);
        }
        return node;
    }

    ObjectNode concept() {
        return concept(List.of(this));
    }

    /** One meaning, told in each of these codes. */
    static ObjectNode concept(List<Coding> codings) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return node.set("coding", Nodes.array(codings.stream().map(Coding::json).toList()));
    }
}
