using System.Globalization;
using Listening.Classifying;
using Listening.Collecting;

namespace Listening.Sources.Simulated;

/// <summary>Writes one conversation from its first post to its last; those that come later than now are the live stream's.</summary>
internal sealed class SimulatedThread(SimulatedTraffic traffic, SimulatedPeople people, Random random, Func<string> nextId, Action<SimulatedPost> write)
{
    private const double Intercepted = .025;

    private string _source = "", _brand = "", _language = "en", _place = "", _sign = "";
    private Author _customer = new("", "");

    /// <summary>Writes the whole conversation that begins at <paramref name="start"/>.</summary>
    public void Write(DateTimeOffset start)
    {
        var draw = random.NextDouble();
        _brand = traffic.InOutage(start) || draw < .57 ? SimulatedBrands.Own : draw < .82 ? SimulatedBrands.Steady : SimulatedBrands.Hasty;
        _source = SimulatedWorld.Sources[random.NextDouble() switch { < .55 => 0, < .85 => 1, _ => 2 }];
        (_customer, _language) = people.Next(random);
        _place = Any(SimulatedWords.Places);
        _sign = Any(SimulatedWords.Signs);

        draw = random.NextDouble();
        if (traffic.InOutage(start) || draw < .60) Complain(start);
        else if (draw < .80) Ask(start);
        else if (draw < .91) Praise(start);
        else Chat(start);
    }

    private void Complain(DateTimeOffset at)
    {
        var root = Say(_customer, Complaint(at), at, null, Intent.Complaint, address: true, language: _language);
        if (Chance(.12)) Say(_customer, Any(SimulatedWords.Nudges), at.AddMinutes(20 + random.NextDouble() * 300), root, Intent.Complaint);
        if (Chance(.07)) SameHere(at, root);
        if (Chance(.05)) Say(people.Next(random).Author, Any(SimulatedWords.Neighbours), at.AddMinutes(3 + random.NextDouble() * 90), root, Intent.Other, _customer.Handle);
        if (_brand == SimulatedBrands.Own && Chance(Intercepted)) Intercept(at, root);
        if (_brand == SimulatedBrands.Own && _source == SimulatedWorld.Sources[0] && Chance(.08)) Answer(SimulatedWords.Automatic, at.AddSeconds(3 + random.Next(5)), root);
        Converse(at, root, rounds: 3);
    }

    private void Ask(DateTimeOffset at) => Converse(at, Say(_customer, Any(SimulatedWords.Questions), at, null, Intent.Question, address: true), rounds: 1);

    private void Praise(DateTimeOffset at)
    {
        var root = Say(_customer, Any(SimulatedWords.Praise), at, null, Intent.Praise, address: true);
        if (Chance(.4) && traffic.AnswerAt(_brand, at, random) is { } answer) Answer("Thank you {name}, we pass that on! -{sign}", answer, root);
    }

    private void Chat(DateTimeOffset at) => Say(_customer, Any(SimulatedWords.Chatter), at, null, Intent.Other);

    /// <summary>The brand answers, the customer says thanks or that it did not help, and so on.</summary>
    private void Converse(DateTimeOffset asked, string question, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            if (traffic.AnswerAt(_brand, asked, random) is not { } at) return;
            var answer = Answer(AnswerText(), at, question);
            if (!Chance(.5)) return;
            asked = at.AddMinutes(2 + 90 * random.NextDouble() * random.NextDouble() * (1 + 8 * random.NextDouble()));
            var helped = Chance(.6) || round == rounds - 1;
            question = Say(_customer, Any(helped ? Thanks() : SimulatedWords.StillBroken), asked, answer, helped ? Intent.Other : Intent.Complaint, SimulatedBrands.HandleOf(_brand), language: helped ? _language : "en");
            if (helped) return;
        }
    }

    private void SameHere(DateTimeOffset at, string root)
    {
        var (other, _) = people.Next(random);
        if (other.Id == _customer.Id) return;
        var when = at.AddMinutes(1 + random.NextDouble() * 120);
        var post = Say(other, Any(SimulatedWords.SameHere), when, root, Intent.Complaint, SimulatedBrands.HandleOf(_brand));
        if (traffic.AnswerAt(_brand, when, random) is { } answer) Answer(AnswerText(), answer, post, other);
    }

    private void Intercept(DateTimeOffset at, string root)
    {
        var rival = Chance(.6) ? SimulatedBrands.Hasty : SimulatedBrands.Steady;
        Say(Account(rival), Any(SimulatedWords.Poaching), at.AddMinutes(4 + random.NextDouble() * 70), root, Intent.Other, _customer.Handle, to: _customer);
    }

    private string AnswerText() => random.NextDouble() switch
    {
        < .52 => Any(SimulatedWords.Answers),
        < .78 => Any(SimulatedWords.Private),
        < .91 => Any(SimulatedWords.Acknowledged),
        _ => Any(SimulatedWords.Links),
    };

    private string Complaint(DateTimeOffset at) => _language switch
    {
        "es" => Any(SimulatedWords.Spanish) + ".",
        "de" => Any(SimulatedWords.German) + ".",
        _ => Any(SimulatedWords.Openings) + Any(traffic.InOutage(at) ? SimulatedWords.Outage : SimulatedWords.Complaints) + Any(SimulatedWords.Closings),
    };

    private string[] Thanks() => _language switch { "es" => SimulatedWords.SpanishThanks, "de" => SimulatedWords.GermanThanks, _ => SimulatedWords.Thanks };

    private string Answer(string text, DateTimeOffset at, string parent, Author? to = null) => Say(Account(_brand), text, at, parent, Intent.Other, (to ?? _customer).Handle, to: to ?? _customer);

    private static Author Account(string brand) => new($"brand-{SimulatedBrands.HandleOf(brand)}", SimulatedBrands.HandleOf(brand), brand, 48_000, BrandAccount: true);

    /// <summary>Writes one post, which is to the brand what <paramref name="intent"/> says, and gives its id; a post that addresses the brand names its account, now and then only its name.</summary>
    private string Say(Author author, string text, DateTimeOffset at, string? parent, Intent intent, string? mention = null, bool address = false, Author? to = null, string language = "en")
    {
        if (address) mention = Chance(.87) ? SimulatedBrands.HandleOf(_brand) : null;
        text = Filled(text, to, language);
        if (mention is not null) text = $"@{mention} {text}";
        else if (address) text = $"{_brand}: {text}";
        var id = nextId();
        write(new SimulatedPost(new Post
        {
            Identity = new(_source, id),
            Author = author,
            Text = text,
            SourcePostedAt = Whole(at),
            InReplyTo = parent,
            Channel = SimulatedWorld.Channel,
            Language = language,
            Url = $"https://simulated.invalid/{_source}/{id}",
            Mentions = mention is null ? [] : [mention],
        }, intent));
        return id;
    }

    private string Filled(string text, Author? to, string language)
    {
        if (!text.Contains('{', StringComparison.Ordinal)) return text;
        var since = language switch { "es" => SimulatedWords.SpanishSince, "de" => SimulatedWords.GermanSince, _ => SimulatedWords.Since };
        return text.Replace("{brand}", _brand, StringComparison.Ordinal)
            .Replace("{place}", _place, StringComparison.Ordinal)
            .Replace("{since}", Any(since), StringComparison.Ordinal)
            .Replace("{number}", (2 + random.Next(7)).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{name}", (to ?? _customer).Name?.Split(' ')[0], StringComparison.Ordinal)
            .Replace("{sign}", _sign, StringComparison.Ordinal);
    }

    private bool Chance(double share) => random.NextDouble() < share;

    private string Any(string[] texts) => texts[random.Next(texts.Length)];

    private static DateTimeOffset Whole(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
}
