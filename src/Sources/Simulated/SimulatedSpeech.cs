using System.Globalization;
using System.Text;
using Listening.Classifying;

namespace Listening.Sources.Simulated;

/// <summary>Finds the words for one conversation: about one matter, in one language, by one agent.</summary>
internal sealed class SimulatedSpeech
{
    // The fractional part of the golden ratio's multiples spreads over the line as evenly as can be: neighbours in turn never say the same.
    private const double Golden = .618033988749895;

    private readonly Random _random;
    private readonly string _brand, _name, _place, _agent;
    private readonly double _turn;
    private readonly bool _outage;
    private readonly SimulatedTongue? _tongue;
    private readonly double _drawn;
    private SimulatedTopic _topic;

    public SimulatedSpeech(Random random, string brand, string name, string language, long turn, bool outage)
    {
        (_random, _brand, _name, Language, _outage) = (random, brand, name, language, outage);
        _turn = turn * Golden % 1;
        _place = Any(SimulatedWords.Places);
        _agent = Any(brand == SimulatedBrands.Hasty ? SimulatedWords.AgentNames : SimulatedWords.Agents);
        _tongue = SimulatedTongue.All.GetValueOrDefault(language);
        (_topic, _drawn) = Topic();
    }

    /// <summary>ISO 639-1.</summary>
    public string Language { get; }

    /// <summary>The topic of a post: the conversation's, or what is neither complaint nor question when it begins one.</summary>
    public string TopicOf(Intent intent, bool begins) => begins && intent == Intent.Praise ? "praise" : begins && intent == Intent.Other ? "chatter" : _topic.Name;

    public string Complaint()
    {
        if (_tongue is null) return Filled(Started(Any(SimulatedWords.Openings), At(_topic.Problems, _drawn)) + Any(SimulatedWords.Closings));
        return Filled(Foreign(_tongue.Problems) + Any(_tongue.Closings));
    }

    public string Question() => Filled(_tongue is null ? Started(Any(SimulatedWords.Openings), At(_topic.Questions, _drawn)) : Foreign(_tongue.Questions));

    public string Praise() => Filled(At(_tongue?.Praise ?? SimulatedWords.Praise, _turn));

    public string Chatter() => Filled(At(SimulatedWords.Chatter, _turn));

    public string Nudge() => Filled(Any(SimulatedWords.Nudges));

    public string SameHere() => Filled(Any(SimulatedWords.SameHere));

    public string Neighbour() => Filled(Any(SimulatedWords.Neighbours));

    public string BackAgain() => Filled(_tongue is null ? Any(SimulatedWords.BackAgain) : Any(_tongue.StillBroken));

    public string StillBroken() => Filled(Any(_tongue?.StillBroken ?? SimulatedWords.StillBroken));

    public string Thanks() => Filled(Any(_tongue?.Thanks ?? SimulatedWords.Thanks));

    public string EditNote() => Filled(Any(SimulatedWords.Edits));

    public string ThankYou() => Filled(Any(SimulatedWords.Greetings) + Any(SimulatedWords.ThankYous)) + Signature;

    public string Poaching(string rival) => Filled(Any(SimulatedWords.Greetings) + Any(SimulatedWords.Poaching)) + (rival == SimulatedBrands.Hasty ? $" ^{Any(SimulatedWords.AgentNames)}" : $" /{Any(SimulatedWords.Agents)}");

    /// <summary>The text with the brand's name in it, for who knows no handle.</summary>
    public string Naming(string text) => _random.Next(3) switch
    {
        0 => $"{_brand}, {text}",
        1 => $"{text} ({_brand}, of course)",
        _ => $"To {_brand}: {text}",
    };

    /// <summary>What kind of answer the brand gives next: some deal with the matter more often than others.</summary>
    public SimulatedAnswer NextAnswerKind()
    {
        var draw = _random.NextDouble();
        return _brand switch
        {
            SimulatedBrands.Steady => draw switch { < .7 => SimulatedAnswer.Solution, < .88 => SimulatedAnswer.Private, < .96 => SimulatedAnswer.Acknowledged, _ => SimulatedAnswer.Link },
            SimulatedBrands.Hasty => draw switch { < .3 => SimulatedAnswer.Solution, < .5 => SimulatedAnswer.Private, < .66 => SimulatedAnswer.Acknowledged, < .82 => SimulatedAnswer.Link, _ => SimulatedAnswer.Hollow },
            _ => draw switch { < .52 => SimulatedAnswer.Solution, < .77 => SimulatedAnswer.Private, < .91 => SimulatedAnswer.Acknowledged, < .98 => SimulatedAnswer.Link, _ => SimulatedAnswer.Hollow },
        };
    }

    /// <summary>An answer of this kind to <paramref name="name"/>, or to who began.</summary>
    public string Answer(SimulatedAnswer kind, string? name = null)
    {
        if (_tongue is not null && name is null) return Filled(Any(kind == SimulatedAnswer.Private ? _tongue.Private : _tongue.Answers)) + Signature;
        var greeting = Any(SimulatedWords.Greetings);
        var text = kind switch
        {
            SimulatedAnswer.Solution => Started(greeting, Any(SimulatedWords.Regrets) + Any(_topic.Answers)) + Any(SimulatedWords.Ends),
            SimulatedAnswer.Private => Started(greeting, Any(SimulatedWords.Regrets) + Any(SimulatedWords.Private)),
            SimulatedAnswer.Acknowledged => Started(greeting, Any(SimulatedWords.Acknowledged)),
            SimulatedAnswer.Link => Started(greeting, Any(SimulatedWords.Links)),
            _ => Started(greeting, Any(SimulatedWords.Hollow)),
        };
        return Filled(text, name) + Signature;
    }

    private string Signature => _brand switch
    {
        SimulatedBrands.Own => $" -{_agent}",
        SimulatedBrands.Steady => $" /{_agent}",
        _ => $" ^{_agent}",
    };

    // One draw chooses the topic by its weight, and what is left of it the sentence.
    private (SimulatedTopic Topic, double Left) Topic()
    {
        if (_outage) return (SimulatedTopics.Outage, _turn);
        var left = _turn * SimulatedTopics.All.Sum(topic => topic.Weight);
        foreach (var topic in SimulatedTopics.All)
        {
            if (left < topic.Weight) return (topic, left / topic.Weight);
            left -= topic.Weight;
        }

        return (SimulatedTopics.Network, 0);
    }

    private string Foreign((string Topic, string Text)[] texts)
    {
        var wanted = _outage ? [.. texts.Where(text => text.Topic == SimulatedTopics.Outage.Name)] : texts;
        var (topic, said) = At(wanted.Length > 0 ? wanted : texts, _turn);
        _topic = SimulatedTopics.All.First(known => known.Name == topic);
        return said;
    }

    // A sentence begins with a capital unless something stands before it that ends in none of its own; some people never care.
    private string Started(string opening, string text)
    {
        var capital = opening.Length == 0 ? _random.NextDouble() < .8 : opening.TrimEnd()[^1] is '.' or '!';
        return opening + (capital && char.IsLower(text[0]) && !text.StartsWith("http", StringComparison.Ordinal) ? char.ToUpperInvariant(text[0]) + text[1..] : text);
    }

    private string Filled(string text, string? name = null)
    {
        if (!text.Contains('{', StringComparison.Ordinal)) return text;
        var filled = new StringBuilder(text).Replace("{brand}", _brand).Replace("{place}", _place).Replace("{name}", name ?? _name).Replace("{agent}", _agent)
            .Replace("{since}", Any(_tongue?.Since ?? SimulatedWords.Since));
        for (var at = 0; (at = filled.ToString().IndexOf("{number}", at, StringComparison.Ordinal)) >= 0;)
            filled.Remove(at, 8).Insert(at, (2 + _random.Next(7)).ToString(CultureInfo.InvariantCulture));
        return filled.ToString();
    }

    private T Any<T>(T[] choices) => choices[_random.Next(choices.Length)];

    private static T At<T>(T[] choices, double where) => choices[(int)(where * choices.Length)];
}
