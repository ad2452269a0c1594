using System.CommandLine;
using GeminiGen.Cli;

return new RootCommand("The command line of GeminiGen.") { BaselineCommand.Create() }.Parse(args).Invoke();
