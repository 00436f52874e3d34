namespace Listening.Sources.Simulated;

/// <summary>The topics of a broadband market, in English.</summary>
internal static class SimulatedTopics
{
    public static readonly SimulatedTopic Network = new("network", 1.6,
        [
            "the connection in {place} drops every {number} minutes", "I pay for {number}00 Mbit and measured two", "upload has been dead since {since}, so much for video calls", "every evening at eight the film stops and the circle turns", "pages load, calls do not; has been so since {since}",
            "ping of {number}00 in every game, my team has thrown me out", "wifi is full bars, internet is nowhere", "one bar of signal in {place}, and only on the balcony", "rain in {place}, so of course the line is gone", "my daughter sat an exam on my phone's hotspot because the line failed",
            "speed test at 7 am: fine. Speed test at 7 pm: a joke", "line went dead in the middle of a job interview", "the fibre box blinks red and the manual says to wait", "it comes back for {number} minutes and then it is gone again",
        ],
        ["does the {number}00 Mbit plan work in {place} already?", "when does fibre come to {place}?", "is there work on the line in {place} tonight?", "what does the orange light on the box mean?", "which channel should the wifi use in a house full of wifi?", "is {number} Mbit up normal for the small plan?"],
        [
            "We measured your line and reset the port; please restart the router once and tell us if it holds.", "The exchange in {place} is too full in the evening. A second link is switched on this week.", "That looks like a bad splice in your street. A technician is booked, you will get the time by mail.",
            "The log shows {number} drops since {since}, you are not imagining it. We moved you to another port.", "Please plug the box into the first socket, without the extension; the noise on the line should go.",
        ]);

    public static readonly SimulatedTopic Outage = new("outage", .12,
        [
            "everything is down in {place}", "no internet at all since {since}, is there an outage?", "neither phone nor internet works in {place}", "your status page says all is fine. It is not", "our whole street is offline", "outage again in {place}, and the hotline plays music", "shop full of people, card machine dead, thanks",
            "{place} has gone dark, anyone else?", "I have four people at home and not one byte", "box says no service and the app says everything is green", "the office in {place} has been sent home because of you", "is it just {place} or the whole country?", "nothing since {since}, no word from anybody",
            "even the emergency number would not connect for a while", "my mother's alarm button runs over your line and it is down", "school closed its online lessons, the line is gone in all of {place}",
        ],
        ["is there an outage in {place}?", "how long will the outage last?", "will we get money back for the outage?"],
        [
            "There is a large fault that also hits {place}. Our people are on it; we write here every hour.", "A damaged cable near {place} is being repaired, we expect most lines back within {number} hours.", "{place} should come back bit by bit now. If it does not, leave the box without power for a minute.",
            "We know how bad this is. The fault is found, the repair has begun.",
        ]);

    public static readonly SimulatedTopic Billing = new("billing", 1.2,
        [
            "I was billed twice this month", "my bill went up by {number} euros and nobody told me", "you took money for a contract that ended in spring", "the refund I was promised has not come for {number} weeks", "a reminder fee for a bill that you never sent", "the discount from the offer is nowhere on my bill",
            "{number}9 euros for a call to a number I never heard of", "roaming charges from a town I have never been to", "I cannot pay, the page answers with error {number}04", "you charge me for TV. I own no TV", "paid on the 1st, got a threat on the 3rd", "the installation was 'free' until the bill came",
            "my direct debit came back because you changed the amount",
        ],
        ["how do I change the name on my bill?", "can I pay on the 15th instead?", "do I get the old price back when I stay {number} more months?", "where can I see what the item 'service' on my bill is?", "do you send bills on paper still?"],
        [
            "You are right, that was charged twice. The amount goes back to you within {number} days.", "We took the charge off; the corrected bill is in your account tomorrow.", "The refund was stuck in a check. It has left today.", "The discount begins with the second bill. We have put a note on yours so that it really does.",
            "That fee should not be there, it is cancelled. Nothing to do for you.",
        ]);

    public static readonly SimulatedTopic App = new("app", .9,
        [
            "the app logs me out every time I open it", "since the update of {since} the app shows a white page", "app crashes the moment I tap on 'my bill'", "your app asks for a code, the code never arrives", "{number} updates this month and the login still fails", "app says I have no contract. The bank says I do",
            "the app drains my battery like a torch", "face login fails since {since}, password too", "the usage meter in the app has stood at {number} GB for weeks", "tapped 'restart router' and now it restarts all day", "your app is only in portrait, my tablet is not",
        ],
        ["is there a dark mode in the app?", "does the app work on a {number} year old phone?", "where in the app did the usage page go?", "can two people use the app for one contract?"],
        [
            "Version {number}.2 mends that, it is in the stores since {since}.", "Please sign out on all devices once; the last update broke some sessions.", "The code goes to the number in your contract, and yours was an old one. It is changed, please try again.", "We could make it crash here too, thank you. The fix comes with the next version.",
        ]);

    public static readonly SimulatedTopic Delivery = new("delivery", .85,
        [
            "the router was to come on {since}, the parcel is in another town", "{number} weeks for a SIM card. It is a letter", "the parcel came. It was empty", "courier says refused, I was at home all day", "tracking has said 'being prepared' for {number} days", "you sent the router to the address I left {number} years ago",
            "the new box arrived with a plug for another country", "my SIM arrived blocked", "ordered one router, got {number}", "the driver left the box in the rain", "nobody tells me when the box arrives, so I sit here and wait",
        ],
        ["how long does a SIM take to {place}?", "can I pick the router up in a shop?", "will the courier ring before he comes?", "can the parcel go to my neighbour?"],
        [
            "The parcel was sent to the wrong depot. A new one left today and should be there in {number} days.", "We have blocked the lost SIM and sent another by express.", "The courier has it on the van tomorrow between 9 and 13; here is hoping he rings this time.", "Keep the second one, no need to send it back.",
        ]);

    public static readonly SimulatedTopic Returns = new("returns", .5,
        [
            "I sent the router back {number} weeks ago, you still bill me for it", "the return label cannot be printed, the page is blank", "you say the box never came back. I have the receipt", "your shop will not take the return, the hotline says it must", "returned within 14 days, still no money",
            "a fee of {number}0 euros for a missing cable that was never in the box", "third return label, third wrong address", "the old box lies here for {number} months, nobody wants it back",
        ],
        ["do I have to send the old router back?", "where do I get a return label?", "does the return need the original box?", "how many days do I have to send it back?"],
        ["It has arrived, the receipt was filed under the old contract. The fee is cancelled.", "A new label is in your mail, and this one we printed ourselves first.", "Please hand it in at any shop, the barcode of the box is enough.", "The money for the return is on its way, {number} days at most."]);

    public static readonly SimulatedTopic Account = new("account", .6,
        [
            "my number was not moved over, it has been {number} days", "you cancelled my contract by mistake", "I cannot reset my password, the mail never comes", "somebody else's name stands in my account", "moved to {place} {number} weeks ago, the contract has not moved with me", "I cancelled in writing and now have a new contract",
            "my late father still gets letters from you, for the {number}th time", "locked out after one wrong password, for a day", "I am told I do not exist. I pay you every month", "the contract says 12 months, the account says 24",
        ],
        ["can I take my contract with me when I move to {place}?", "can I keep my number?", "where do I find my customer number?", "how do I cancel one of two SIMs?", "can my flatmate take over the contract?"],
        [
            "The contract is back as it was, with the old price. Sorry for the fright.", "Your number moves tomorrow between 6 and 9; leave the old SIM in until then.", "The reset mail went to an address with a typo. It is mended, please try again.", "That was a mix-up of two accounts. Yours is separate again, and we have told the privacy team.",
        ]);

    public static readonly SimulatedTopic Support = new("support", 1,
        [
            "your technician never came, I waited since {since}", "{number}0 minutes of hotline music and then you hung up", "the installation date was moved {number} times now", "the chat bot answers everything but my question", "nobody has answered my mails since {since}", "the shop in {place} sends me to the hotline, the hotline to the shop",
            "told my story to {number} people, each of them is very sorry", "'we call you back within the hour'. That was {since}", "the technician drilled through the wall and left", "every call begins with my date of birth and ends with a survey", "ticket closed as solved. Nothing is solved",
            "took a day off for the technician. He was 'unable to find {place}'",
        ],
        ["is the shop in {place} open on Saturday?", "what is the hotline's number from abroad?", "can I get a date after 6 pm?", "is there a person behind the chat?"],
        [
            "The technician had the wrong house number. He comes on the next free date, first in line, and we pay for the day.", "We have opened your ticket again and it stays with me until it is solved.", "I found your mail of {since}: the answer is yes, and it is done.", "You can have the date at 18:30, is that late enough?",
        ]);

    /// <summary>What people complain and ask about.</summary>
    public static IReadOnlyList<SimulatedTopic> All { get; } = [Network, Outage, Billing, App, Delivery, Returns, Account, Support];
}
