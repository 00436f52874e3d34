namespace Listening.Sources.Simulated;

/// <summary>What people and brands of the simulated world say: sentences with slots (<c>{brand}</c>, <c>{since}</c>, <c>{place}</c>, <c>{number}</c>, <c>{name}</c>).</summary>
internal static class SimulatedWords
{
    public static readonly string[] Openings =
    [
        "", "", "", "Seriously, ", "Right, ", "Hello, ", "Hi, ", "Okay so ", "Again: ", "Is it just me or ", "Anyone else? ", "Great start to the day: ", "Not impressed. ", "Third time I write this: ", "Honestly, ", "Just so you know, ",
    ];

    public static readonly string[] Complaints =
    [
        "my internet has been down since {since}", "the connection in {place} drops every {number} minutes", "no signal in {place} since {since}", "I pay for {number}0 Mbit and get two", "the router you sent will not start",
        "your technician never came, I waited since {since}", "I was billed twice this month", "my bill went up by {number} euros and nobody told me", "the app logs me out every time I open it", "your hotline kept me waiting {number}0 minutes and hung up",
        "my number was not moved over, it has been {number} days", "roaming does not work in {place}", "TV freezes every evening in {place}", "you cancelled my contract by mistake", "the refund you promised has not come for {number} weeks",
        "upload is dead since {since}, video calls are impossible", "your chat bot answers everything but my question", "the installation date was moved {number} times now", "I cannot pay, the site says error {number}04", "nobody answers my mails since {since}",
        "the fibre box blinks red since {since}", "half of {place} is offline again", "my SIM arrived blocked", "the discount from the offer is not on my bill", "your shop in {place} sent me to the hotline, the hotline to the shop",
    ];

    public static readonly string[] Closings =
    [
        ".", ".", "!", ". Any idea when it works again?", ". Please fix this.", ". I work from home!", ". What do I pay you for?", ". Thinking of leaving after {number} years.", ". Can somebody look into it?", ". This is not okay.", ". Ticket number {number}4{number}81.", " :(",
        ". How long does this take?", ". One more day and I cancel.", ". Hello??",
    ];

    public static readonly string[] Outage =
    [
        "everything down in {place}", "no internet at all since {since}, is there an outage?", "nothing works in {place}, neither phone nor internet", "your status page says all fine, it is not", "whole street in {place} is offline", "outage again in {place}",
    ];

    public static readonly string[] Questions =
    [
        "does the {number}00 Mbit plan work in {place} already?", "can I take my contract with me when I move to {place}?", "how do I change the name on my bill?", "which router do I need for fibre?", "when does fibre come to {place}?", "can I keep my number?",
        "is there a plan for students?", "how do I turn off the TV option?", "what does a second SIM cost?", "where do I find my customer number?", "do I get the old price back when I stay {number} more months?", "is the shop in {place} open on Saturday?",
    ];

    public static readonly string[] Praise =
    [
        "your technician in {place} was on time and really kind, thank you!", "switched {number} months ago and it just works", "finally fast internet in {place}. Well done", "the woman on the hotline solved it in {number} minutes. More of that!", "new app looks great", "fair of you to refund the outage",
    ];

    public static readonly string[] Chatter =
    [
        "reading that {brand} lays fibre in {place}", "saw a {brand} van in front of the house, hope dies last", "anyone here with {brand}? Worth it?", "{brand} adverts everywhere today", "comparing {brand} with the others, it is a jungle",
    ];

    public static readonly string[] Spanish =
    [
        "llevo sin internet desde {since}", "la conexión en {place} se corta cada {number} minutos", "me habéis cobrado dos veces este mes", "el técnico no ha venido, otra vez", "nadie contesta en atención al cliente", "la app no funciona desde {since}",
        "¿cuándo llega la fibra a {place}?", "llevo {number} semanas esperando el reembolso",
    ];

    public static readonly string[] German =
    [
        "seit {since} kein Internet", "in {place} bricht die Verbindung alle {number} Minuten ab", "die Rechnung ist schon wieder falsch", "der Techniker kam nicht, zum {number}. Mal", "die Hotline legt nach {number}0 Minuten auf", "wann kommt Glasfaser nach {place}?",
        "der neue Router geht nicht an", "seit {number} Wochen warte ich auf die Gutschrift",
    ];

    public static readonly string[] Answers =
    [
        "Hi {name}, sorry about that. We reset your line from here, please restart the router and tell us if it stays up. -{sign}", "Hi {name}, there is a fault in {place}; our people are on it and expect it fixed within {number} hours. -{sign}",
        "Hello {name}, you are right, that was our mistake. The amount goes back to you within {number} days. -{sign}", "Hi {name}, the next free date is in {number} days, we have put you first in line. -{sign}", "Hi {name}, please try signing out on all devices once; the update of {since} broke some sessions. -{sign}",
        "Hello {name}, yes, that works: you find it under My contract, Options. -{sign}", "Hi {name}, fibre in {place} is planned for the next quarter, we will write to you. -{sign}", "Sorry {name}. We see the fault at the exchange in {place} and have sent somebody. -{sign}", "Hi {name}, we looked it up: it is on its way and should arrive in {number} days. -{sign}",
        "Hello {name}, that should not happen. We opened a ticket with the network team and stay on it. -{sign}", "Thanks for waiting, {name}. The line in {place} is measured as good again, do you see that too? -{sign}", "Hi {name}, we took the charge off your bill. -{sign}",
    ];

    public static readonly string[] Private =
    [
        "Hi {name}, sorry to hear that. Please send us a private message with your customer number so that we can look into it. -{sign}", "Hello {name}, could you DM us your address? Then we check the line. -{sign}", "Hi {name}, please write to us in private, we need your contract for this. -{sign}",
    ];

    public static readonly string[] Acknowledged = ["Hi {name}, thanks for telling us, we are looking into it. -{sign}", "Hello {name}, passed on to the technicians, we will come back to you. -{sign}", "Hi {name}, on it! -{sign}"];

    public static readonly string[] Links = ["Hi {name}, this page shows all known faults: https://simulated.invalid/status -{sign}", "Hello {name}, the steps are here: https://simulated.invalid/help -{sign}"];

    public const string Automatic = "Thanks for your message! We have received it and will answer as soon as we can.";

    public static readonly string[] Poaching = ["Hi {name}, sorry to read that. We can have you online in {number} days, shall we check your address?", "Hello {name}, if you need something that works: first {number} months are on us.", "Hi {name}, our lines in {place} are up. Want to hear an offer?"];

    public static readonly string[] Thanks = ["Thanks, works again!", "Thank you {sign}, that helped", "Great, thanks a lot", "That was quick, thank you!", "Okay, thanks", "Perfect, cheers", "Works now. Thank you!", "Thanks for the quick answer"];

    public static readonly string[] StillBroken =
    [
        "Did that, still nothing", "No change here, still down", "I sent you the number {number} hours ago, no answer", "That is what you said last week", "Still waiting", "Sorry, that does not help at all. What now?", "It came back for {number} minutes and is gone again", "I already wrote you in private, nobody reads it",
    ];

    public static readonly string[] Nudges = ["Anybody there?", "Still no answer…", "Any news?", "{number} hours later: nothing", "Hello? Anyone?"];

    public static readonly string[] SameHere = ["Same here in {place}", "Same problem, since {since}", "Me too, exactly the same", "Same in {place}, no word from them"];

    public static readonly string[] Neighbours = ["Had that too: pull the plug for {number} minutes, then it works", "Try another channel in the router menu, helped me", "They told me it is fixed by tonight", "Write them in private, that went faster for me"];

    public static readonly string[] Places =
    [
        "Ashford", "Brackwell", "Carrow", "Dunmere", "Elmstead", "Fairholt", "Glenrock", "Hollin", "Ivybridge", "Kingsbarrow", "Larkfield", "Millbrook", "Northgate", "Oakhurst", "Penrose", "Quarry Hill", "Redmarsh", "Stonebridge", "Thornley", "Upton",
    ];

    public static readonly string[] Since = ["this morning", "yesterday", "Monday", "last night", "noon", "the weekend", "8 am", "the storm", "two days ago", "the update"];

    public static readonly string[] SpanishSince = ["ayer", "el lunes", "esta mañana", "hace dos días", "la tormenta"];

    public static readonly string[] GermanSince = ["gestern", "Montag", "heute früh", "zwei Tagen", "dem Sturm"];

    public static readonly string[] SpanishThanks = ["Gracias, ya funciona", "Muchas gracias por la ayuda", "Perfecto, gracias"];

    public static readonly string[] GermanThanks = ["Danke, läuft wieder", "Super, vielen Dank", "Danke für die schnelle Antwort"];

    public static readonly string[] Signs = ["KC", "AM", "JL", "TS", "RB", "EV", "NO", "PD"];
}
