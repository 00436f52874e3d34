namespace Listening.Measuring;

/// <summary>An account that carries a brand's name, answers people who wait, and is nobody's in the registry: its answers end no wait.</summary>
/// <param name="Source">The source it writes in.</param>
/// <param name="Handle">Its handle there.</param>
/// <param name="Brand">The registered brand whose name it carries.</param>
/// <param name="People">How many people who waited it answered.</param>
/// <param name="Answers">With how many posts.</param>
/// <param name="Last">When it answered last.</param>
public sealed record UnregisteredAccount(string Source, string Handle, string Brand, long People, long Answers, DateTimeOffset Last);
