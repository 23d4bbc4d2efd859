package glasshouse.bureau.http;

import glasshouse.bureau.Bureau;
import glasshouse.bureau.inquiry.AccessLog;
import glasshouse.bureau.member.Member;
import glasshouse.bureau.organisation.Organisation;

/// Whom a call is by, and whom it is about.
final class Callers {
    private Callers() {}

    /// The organisation for which the caller acts, as registered here.
    static Organisation organisation(Bureau bureau, Call call) {
        return bureau.organisations()
                .named(call.caller().organisation())
                .orElseThrow(
                        () ->
                                new Refused(
                                        Problem.NOT_ALLOWED,
                                        "The token's organisation is not registered here; an"
                                                + " operator registers it with what it declares."));
    }

    /// The member whom the path names.
    static Member member(Bureau bureau, Call call) {
        return bureau.members()
                .named(call.path("person"))
                .orElseThrow(
                        () ->
                                new Refused(
                                        Problem.NOT_FOUND,
                                        "Nobody is enrolled under this id; people enrol"
                                                + " themselves."));
    }

    /// What is logged of a look at somebody's data.
    static AccessLog.Access access(Bureau bureau, Call call) {
        return new AccessLog.Access(
                bureau.clock().instant(),
                call.caller().subject(),
                call.role().word(),
                call.request().method() + " " + call.request().path());
    }
}
