using Listening.Classifying;
using Listening.Collecting;

namespace Listening.Sources.Simulated;

/// <summary>Writes one conversation from its first post to its last, whenever that is.</summary>
/// <param name="random">This conversation's own chance.</param>
/// <param name="people">Who may write.</param>
/// <param name="place">What its ids begin with.</param>
/// <param name="turn">Its turn among all: neighbours in turn say different things.</param>
internal sealed class SimulatedConversation(Random random, SimulatedPeople people, string place, long turn)
{
    private const double Intercepted = .024;

    private readonly List<SimulatedPost> _posts = [];
    private SimulatedSpeech _speech = null!;
    private string _brand = "", _source = "";
    private Author _customer = new("", "");

    /// <summary>The whole conversation that begins at <paramref name="start"/>, about our brand or a competitor.</summary>
    public IEnumerable<SimulatedPost> Told(DateTimeOffset start, bool ours)
    {
        _brand = ours ? SimulatedBrands.Own : Chance(.58) ? SimulatedBrands.Steady : SimulatedBrands.Hasty;
        _source = SimulatedWorld.Sources[random.NextDouble() switch { < .46 => 0, < .79 => 1, < .9 => 2, _ => 3 }];
        (_customer, var language) = people.Next(random);
        var outage = ours && Chance(SimulatedTraffic.OutageAt(start) * .93);
        _speech = new SimulatedSpeech(random, _brand, _customer.Name!.Split(' ')[0], language, turn, outage);

        var draw = outage ? .7 * random.NextDouble() : random.NextDouble();
        if (draw < .58) Complain(start);
        else if (draw < .78) Converse(start, Open(_speech.Question(), start, Intent.Question), rounds: 1);
        else if (draw < .90) Praise(start);
        else Say(_customer, _speech.Chatter(), start, null, Intent.Other);
        return _posts.Where(post => post.At < start + SimulatedWorld.Longest);
    }

    private void Complain(DateTimeOffset at)
    {
        var root = Open(_speech.Complaint(), at, Intent.Complaint);
        if (Chance(.02)) Edit(at.AddMinutes(1 + 9 * random.NextDouble()));
        if (Chance(.01))
        {
            Delete(at.AddMinutes(5 + 600 * random.NextDouble() * random.NextDouble()));
            return;
        }

        for (var more = SimulatedTraffic.OutageAt(at) > 0 ? .4 : .09; Chance(more); more *= .6) SameHere(at, root);
        if (Chance(.06)) Say(people.Next(random).Author, _speech.Neighbour(), at.AddMinutes(3 + random.NextDouble() * 90), root, Intent.Other, _customer);
        if (_brand == SimulatedBrands.Own && Chance(Intercepted)) Intercept(at, root);
        if (_brand == SimulatedBrands.Own && _source == SimulatedWorld.Sources[0] && Chance(.08)) Answer(SimulatedWords.Automatic, at.AddSeconds(3 + random.Next(5)), root, _customer);
        Converse(at, root, rounds: 3);
    }

    private void Praise(DateTimeOffset at)
    {
        var root = Open(_speech.Praise(), at, Intent.Praise);
        if (Chance(.4) && SimulatedTraffic.AnswerAt(_brand, at, random) is { } answer) Answer(_speech.ThankYou(), answer, root, _customer);
    }

    /// <summary>The brand answers, the customer says thanks or that it did not help, and so on; now and then the customer comes back days later.</summary>
    private void Converse(DateTimeOffset asked, string question, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            if (SimulatedTraffic.AnswerAt(_brand, asked, random) is not { } at)
            {
                // Whom nobody answers often takes the question away.
                if (round == 0 && Chance(.6)) Delete(asked.AddHours(8 + 80 * random.NextDouble()));
                return;
            }

            // Whoever waits for long asks again, under what was asked.
            var patience = TimeSpan.FromMinutes(20 + 300 * random.NextDouble());
            if (Chance(.3) && asked + patience < at) Say(_customer, _speech.Nudge(), asked + patience, question, Intent.Complaint);
            var kind = _speech.NextAnswerKind();
            var answer = Answer(_speech.Answer(kind), at, question, _customer);
            if (!Chance(.5)) return;
            asked = at.AddMinutes(2 + 90 * random.NextDouble() * random.NextDouble() * (1 + 8 * random.NextDouble()));
            var helped = round == rounds - 1 || Chance(kind == SimulatedAnswer.Solution ? .78 : .35);
            if (!helped)
            {
                question = Say(_customer, _speech.StillBroken(), asked, answer, Intent.Complaint, Account(_brand));
                continue;
            }

            Say(_customer, _speech.Thanks(), asked, answer, Intent.Other, Account(_brand), "positive");
            if (rounds == 1 || round > 0 || !Chance(.05)) return;
            asked = asked.AddDays(2 + 5 * random.NextDouble());
            question = Say(_customer, _speech.BackAgain(), asked, answer, Intent.Complaint, Account(_brand));
        }
    }

    private void SameHere(DateTimeOffset at, string root)
    {
        var (other, _) = people.Next(random);
        if (other.Id == _customer.Id) return;
        var when = at.AddMinutes(1 + random.NextDouble() * 120);
        var post = Say(other, _speech.SameHere(), when, root, Intent.Complaint, Account(_brand));
        if (SimulatedTraffic.AnswerAt(_brand, when, random) is { } answer) Answer(_speech.Answer(_speech.NextAnswerKind(), other.Name!.Split(' ')[0]), answer, post, other);
    }

    private void Intercept(DateTimeOffset at, string root)
    {
        var rival = Chance(.6) ? SimulatedBrands.Hasty : SimulatedBrands.Steady;
        Say(Account(rival), _speech.Poaching(rival), at.AddMinutes(4 + random.NextDouble() * 70), root, Intent.Other, _customer);
    }

    private string Open(string text, DateTimeOffset at, Intent intent) =>
        // Some only name the brand; on sites that are about the brand its page says so.
        IsNetwork && Chance(.13) ? Say(_customer, _speech.Naming(text), at, null, intent) : Say(_customer, text, at, null, intent, Account(_brand));

    private string Answer(string text, DateTimeOffset at, string parent, Author to) => Say(Account(_brand), text, at, parent, Intent.Other, to);

    private bool IsNetwork => _source == SimulatedWorld.Sources[0] || _source == SimulatedWorld.Sources[1];

    /// <summary>The account of a brand.</summary>
    public static Author Account(string brand) => new($"brand-{SimulatedBrands.HandleOf(brand)}", SimulatedBrands.HandleOf(brand), brand, brand switch
    {
        SimulatedBrands.Own => 48_000,
        SimulatedBrands.Steady => 71_000,
        _ => 19_000,
    }, BrandAccount: true);

    /// <summary>Writes one post, which is to the brand what <paramref name="intent"/> says, and gives its id.</summary>
    private string Say(Author author, string text, DateTimeOffset at, string? parent, Intent intent, Author? to = null, string? tone = null)
    {
        var id = $"{place}-{_posts.Count}";
        if (to is not null && IsNetwork) text = parent is null && Chance(.3) ? $"{text} @{to.Handle}" : $"@{to.Handle} {text}";
        var post = new Post
        {
            Identity = new(_source, id),
            Author = author,
            Text = text,
            SourcePostedAt = at.WholeMilliseconds(),
            InReplyTo = parent,
            Channel = SimulatedWorld.Channel,
            Language = author.BrandAccount || author.Id == _customer.Id ? _speech.Language : "en",
            Url = $"https://simulated.invalid/{_source}/{id}",
            Mentions = to is null ? [] : [to.Handle],
        };
        _posts.Add(new SimulatedPost(post, intent, _speech.TopicOf(intent, parent is null))
        {
            Sentiment = tone ?? intent switch { Intent.Complaint => "negative", Intent.Praise => "positive", _ => "neutral" },
        });
        return id;
    }

    // Both concern the conversation's first post.
    private void Edit(DateTimeOffset at) => Again(post => post with { EditedAt = at.WholeMilliseconds(), Text = post.Text + _speech.EditNote() });

    private void Delete(DateTimeOffset at) => Again(post => post with { DeletedAt = at.WholeMilliseconds() });

    private void Again(Func<Post, Post> change)
    {
        var last = _posts.Last(told => told.Post.Identity == _posts[0].Post.Identity);
        _posts.Add(last with { Post = change(last.Post) });
    }

    private bool Chance(double share) => random.NextDouble() < share;
}
