//! What another part of the program does.

use super::Grammar;
use crate::intents::Elsewhere;

pub(super) const GRAMMAR: Grammar<Elsewhere> = &[
    (
        Elsewhere::ContactDue,
        "call visit contact should schedule period_value which customer @filter @type in_touch when what remind still open event",
        "1.0 which|should|what|list call|visit !support|programme|how_often|how|too_long|last_time|not|log|customer_name|remind|open|late
         1.0 should contact|in_touch !how_often|how|too_long|last_time|not|log|programme|customer_name|remind|open|late
         0.8 which contact|in_touch !how_often|how|too_long|last_time|not|log|programme|customer_name|remind|open|late
         1.0 call period_value !how_often|how|last_time|too_long|log|remind|customer_name
         0.95 call !how_often|how|last_time|too_long|log|remind|customer_name|type|@type
         0.9 which schedule !customer_name
         0.9 schedule|visit|contact period_value which|what !how_often|last_time|too_long|log|not
         0.9 when should call|visit|contact
         0.9 when call|visit|contact customer_name should",
    ),
    (
        Elsewhere::ContactOverdue,
        "too_long contact visit call open late not still period_value duration_value @filter @type in_touch which customer nothing leave",
        "1.0 too_long contact|visit|call|in_touch|customer|which|@type !buy|give
         1.0 open contact|visit|call
         0.97 not|nothing contact|visit|call|in_touch !buy|give|how_often|fill_in
         0.9 late contact|visit
         0.92 which too_long",
    ),
    (
        Elsewhere::LastContact,
        "unknown last_time contact visit call customer_name when which how period_value log schedule",
        "1.0 last_time customer_name
         1.0 last_time contact|visit|call
         0.95 when contact|visit|call|log !should
         0.92 last_time when",
    ),
    (
        Elsewhere::EventInvitees,
        "invite event which should customer @type @filter period_value number_value top how_many list",
        "1.0 invite !how
         0.95 which|should|list event !how_often|how",
    ),
    (
        Elsewhere::ScheduleContact,
        "unknown schedule remind call visit contact customer_name period_value duration_value number_value set event @type not should help",
        "1.0 remind
         1.0 schedule customer_name|unknown !history|when
         0.95 schedule !which|how_often|how|programme|when
         0.97 call|visit|contact customer_name period_value !log|last_time|why
         0.9 call customer_name !how|why|how_often|log",
    ),
    (
        Elsewhere::LogContact,
        "unknown log customer_name call visit contact period_value schedule event",
        "1.0 log !which|when|last_time|too_long
         1.0 log customer_name !when|last_time",
    ),
    (
        Elsewhere::SnoozeReminder,
        "snooze remind period_value duration_value number_value customer_name call schedule contact",
        "1.0 snooze",
    ),
    (
        Elsewhere::OverrideType,
        "set make become customer_name type to @type count_as move model should",
        "1.0 ^set customer_name @type !how|need|if|why|compare|what
         0.95 ^make|move|count_as customer_name @type !how|need|if|why|what|when|history|which|become
         0.9 set customer_name type !compare",
    ),
    (
        Elsewhere::ImportFile,
        "import invoice customer data document registered what how should gift pay",
        "1.0 import",
    ),
];
