namespace Listening.Sources.Simulated;

/// <summary>What people and brands say around the matter; slots are <c>{brand}</c>, <c>{since}</c>, <c>{place}</c>, <c>{number}</c>, <c>{name}</c>.</summary>
internal static class SimulatedWords
{
    public static readonly string[] Openings =
    [
        "", "", "", "", "", "", "", "Seriously: ", "Right, ", "Hello, ", "Hi, ", "Okay so ", "Again: ", "Not impressed. ", "Honestly, ", "Just so you know, ", "Hi team, ", "Good morning. ", "Dear all, ", "Well, ", "Day {number}: ", "Update for those who follow this: ", "So, ", "Not for the first time: ",
        "I did not want to write this here, but ", "Asking in public because mails get lost: ", "Small rant: ",
    ];

    public static readonly string[] Closings =
    [
        ".", ".", ".", ".", ".", "!", "…", ". Please fix this.", ". I work from home!", ". What do I pay you for?", ". Thinking of leaving after {number} years.", ". Can somebody look into it?", ". This is not okay.", ". Ticket number {number}4{number}81.", " :(", ". How long does this take?", ". One more day and I cancel.",
        ". Hello??", ". Restarted the box {number} times, yes.", ". My neighbour with another company has no trouble at all.", ". Any idea?", ". I am tired of it.", ". And no, I will not fill in a form.", ". The kids are furious.", ". Who is in charge?", " 🙄", ". Please, a person, not a bot.",
        ". I have been patient since {since}.", ". What now?", ". I would laugh if it were not my money.",
    ];

    public static readonly string[] Praise =
    [
        "your technician in {place} was on time and really kind, thank you!", "switched {number} months ago and it just works", "finally fast internet in {place}. Well done", "the woman on the hotline solved it in {number} minutes. More of that!", "fair of you to refund the bad days", "I complain a lot, so here is praise: the move went without a hitch",
        "{number}00 Mbit measured, {number}00 Mbit paid. So it is possible", "whoever wrote the new help page: bless you", "the shop in {place} explained everything to my grandmother, twice", "order on Monday, box on Wednesday, online on Wednesday. Wow", "a year without a single drop, I counted", "honest answer, quick help, no script. Lovely",
        "price went down and I did not have to ask", "new app is quick and clear, good work", "cancelled by mistake, back online in an hour. Thanks for that",
    ];

    public static readonly string[] Chatter =
    [
        "reading that {brand} lays fibre in {place}", "saw a {brand} van in front of the house, hope dies last", "anyone here with {brand}? Worth it?", "{brand} adverts everywhere today", "comparing {brand} with the others, it is a jungle", "the {brand} song is stuck in my head, send help", "{brand} sponsors the run in {place} this year, it seems",
        "three diggers in our street, all of them {brand}", "my dad calls every router 'the {brand}'", "{brand} shop in {place} has become a bakery. An improvement", "so {brand} has a new logo. It is a line", "quarterly numbers of {brand} are out, growth of {number} percent", "podcast about how {brand} began in a garage in {place}, quite good",
        "{brand} is hiring in {place}, by the way", "overheard on the train: a whole call about {brand} and fibre", "somebody has painted a bird on the {brand} box in {place}", "friend starts at {brand} on Monday, fingers crossed",
    ];

    public static readonly string[] Regrets = ["", "", "", "Sorry about that. ", "Sorry to read this. ", "That should not happen. ", "Thanks for waiting. ", "I can see why you are cross. ", "You are right to ask. ", "Thank you for the details. ", "Good that you write. ", "I have looked it up. ", "Not what we want either. "];

    public static readonly string[] Greetings = ["Hi {name}, ", "Hello {name}, ", "Hi {name}! ", "{name}, ", "Good day {name}. ", "", "Hey {name}, "];

    public static readonly string[] Ends = ["", "", "", "", " Tell me if it does not.", " Does that help?", " Let us know how it goes.", " I keep an eye on it.", " Write here if anything is left."];

    public static readonly string[] Private =
    [
        "please send us a private message with your customer number so that we can look into it.", "could you DM us your address? Then we check the line.", "please write to us in private, we need your contract for this.", "we would like to look at your account; a DM with your date of birth and we begin.", "can you DM us the ticket number?",
        "this needs your data, so please not here: our messages are open.", "please DM us, we do not want your bill in public either.",
    ];

    public static readonly string[] Acknowledged = ["thanks for telling us, we are looking into it.", "passed on to the technicians, we will come back to you.", "on it!", "we are checking, one moment please.", "noted, and sent on to the people who can mend it.", "I have asked the team and write again when I know more.", "we have seen this, more soon."];

    public static readonly string[] Links = ["https://simulated.invalid/status", "this page shows all known faults: https://simulated.invalid/status", "the steps are here: https://simulated.invalid/help", "please see https://simulated.invalid/help/{number}4", "all about it: https://simulated.invalid/faq"];

    public static readonly string[] Hollow = ["have you tried turning it off and on again?", "we are sorry for any inconvenience.", "your opinion matters to us! Please take our survey.", "that is strange, it works for us.", "please be patient.", "this is as designed.", "thanks for being with {brand}! 💙"];

    public static readonly string[] ThankYous = ["thank you, we pass that on!", "that made our day.", "happy to hear it, enjoy!", "the team in {place} will be glad.", "we have pinned this to the wall.", "thank you for writing when something goes right, too."];

    public const string Automatic = "Thanks for your message! We have received it and will answer as soon as we can.";

    public static readonly string[] Poaching =
    [
        "sorry to read that. We can have you online in {number} days, shall we check your address?", "if you need something that works: the first {number} months are on us.", "our lines in {place} are up. Want to hear an offer?", "we would take over the rest of your contract. Interested?", "for what it is worth: in {place} we have free ports. Just say the word.",
    ];

    public static readonly string[] Thanks =
    [
        "Thanks, works again!", "Thank you, that helped", "Great, thanks a lot", "That was quick, thank you!", "Okay, thanks", "Perfect, cheers", "Works now. Thank you!", "Thanks for the quick answer", "Brilliant, you saved my evening", "Got it, thanks", "Lights are green. Thank you {agent}", "Money is back, thanks", "Done, and it works. 🙏",
        "Well, that was easier than I feared. Thanks", "Thank you, did not expect that", "All good again, appreciated", "Cheers {agent}, sorted",
    ];

    public static readonly string[] StillBroken =
    [
        "Did that, still nothing", "No change here, still the same", "I sent you the number {number} hours ago, no answer", "That is what you said last week", "Still waiting", "Sorry, that does not help at all. What now?", "It was fine for {number} minutes and is broken again", "I already wrote you in private, nobody reads it", "That link is the page I came from",
        "You have answered a question I did not ask", "And when is that? A day would do", "The technician says it is your side, you say it is his", "I did all of this before I wrote. Please read", "No. Still no.", "Your colleague told me the opposite",
    ];

    public static readonly string[] BackAgain = ["It is back, the same as {since}. Same fix?", "Me again. It held for {number} days", "Hello again, we are where we began", "Remember me? It has started again", "I thanked you too soon, it is broken again", "Sorry to dig this out: the same thing since {since}"];

    public static readonly string[] Nudges = ["Anybody there?", "Still no answer…", "Any news?", "{number} hours later: nothing", "Hello? Anyone?", "Bumping this", "I can wait, but tell me for what", "You did answer the person below me, I see"];

    public static readonly string[] SameHere = ["Same here in {place}", "Same problem, since {since}", "Me too, exactly the same", "Same in {place}, no word from them", "Thought it was only me", "+1, {place}", "Join the queue, {number} days here", "Whole family affected, same in {place}", "Ha, I wrote the same an hour ago", "Here too, second time this year"];

    public static readonly string[] Neighbours =
    [
        "Had that too: pull the plug for {number} minutes, then it works", "Try another channel in the router menu, helped me", "They told me it is fixed by tonight", "Write them in private, that went faster for me", "Ask for the second level, the first only has a script", "Consumer office helped me with that, it is free", "Check the cable behind the socket. It is always the cable",
        "The form at the bottom of the help page reaches real people",
    ];

    public static readonly string[] Edits = [" (edit: typo)", " Edit: it is {place}, not what I wrote first.", " Edit: still so.", " EDIT: added the ticket, {number}1{number}07."];

    public static readonly string[] Places =
    [
        "Ashwick", "Brackmoor", "Carrowby", "Dunmere", "Elmstow", "Fairholt", "Glenrock", "Hollinbeck", "Ivyford", "Kingsbarrow", "Larkfell", "Millbrae", "Northgate", "Oakhollow", "Penrowe", "Quarry Hill", "Redmarsh", "Stonebridge", "Thornlea", "Upper Wend", "Vale Cross", "Westerby", "Yarrowmouth", "Old Saltham",
    ];

    public static readonly string[] Since = ["this morning", "yesterday", "Monday", "last night", "noon", "the weekend", "8 am", "the storm", "two days ago", "the update", "Tuesday evening", "lunch", "last week", "the roadworks began"];

    public static readonly string[] Agents = ["KC", "AM", "JL", "TS", "RB", "EV", "NO", "PD", "IW", "LF"];

    public static readonly string[] AgentNames = ["Maya", "Tom", "Ilse", "Ravi", "Bea", "Oskar", "Nell"];
}
