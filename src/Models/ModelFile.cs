using Listening.Models.Learning;

namespace Listening.Models;

/// <summary>A model with its version, the task's name and what tells it from others of the task.</summary>
public sealed record ModelFile(LinearModel Model, string Version);
