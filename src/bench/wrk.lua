-- Sends the bodies of a file, one a line, in their order, over and over: wrk ... -s wrk.lua URL -- FILE [HEADER=VALUE ...]
local bodies, headers, next = {}, {["Content-Type"] = "application/json"}, 0
local threads = 0

function setup(thread)
  thread:set("offset", threads * 997)
  threads = threads + 1
end

function init(args)
  for line in io.lines(args[1]) do bodies[#bodies + 1] = line end
  for i = 2, #args do
    local name, value = args[i]:match("^([^=]+)=(.*)$")
    headers[name] = value
  end
  next = offset
end

function request()
  next = next + 1
  return wrk.format("POST", nil, headers, bodies[next % #bodies + 1])
end

function done(summary, latency, _)
  print(string.format("RESULT %d %d %d %d", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99)))
end
